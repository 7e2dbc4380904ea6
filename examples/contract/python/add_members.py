"""Adds a member to a listener, waits for the job and lists the members, with nothing but the standard library.

It sends to ELB_ENDPOINT and signs for ELB_SIGNING_HOST. Where the endpoint is elb-contract proxy, the proxy is started
with --signing-host and the same host.
"""

import hashlib
import hmac
import json
import os
import time
import urllib.parse
import urllib.request

ENDPOINT = os.environ["ELB_ENDPOINT"]
HOST = os.environ.get("ELB_SIGNING_HOST") or urllib.parse.urlsplit(ENDPOINT).netloc
PROJECT = "/v1.0/" + os.environ["HUAWEICLOUD_SDK_PROJECT_ID"]
MEMBERS = f"{PROJECT}/elbaas/listeners/{os.environ['ELB_LISTENER_ID']}/members"
MEMBER = {"server_id": "dbecb618-2259-405f-ab17-9b68c4f541b0", "address": "172.16.0.31"}


def main():
    job_id = call("POST", MEMBERS, [MEMBER])["job_id"]
    while (job := call("GET", f"{PROJECT}/jobs/{job_id}"))["status"] != "SUCCESS":
        if job["status"] == "FAIL":
            raise SystemExit(f"The job failed with {job['error_code']}.")
        time.sleep(1)
    print("job", job["status"])
    for member in call("GET", MEMBERS):
        print("member", member["server_address"])


def call(method, path, value=None):
    payload = b"" if value is None else json.dumps(value).encode()
    request = urllib.request.Request(ENDPOINT + path, payload or None, sign(method, path, payload), method=method)
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def sign(method, path, payload):
    """Covers host and date, for a path without a query that needs no escaping."""
    date = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    names = "host;x-sdk-date"
    lines = [method, path + "/", "", f"host:{HOST}", f"x-sdk-date:{date}", "", names, digest(payload)]
    text = f"SDK-HMAC-SHA256\n{date}\n{digest(chr(10).join(lines).encode())}"
    signature = hmac.new(os.environ["HUAWEICLOUD_SDK_SK"].encode(), text.encode(), hashlib.sha256).hexdigest()
    access = os.environ["HUAWEICLOUD_SDK_AK"]
    return {
        "Content-Type": "application/json",
        "X-Sdk-Date": date,
        "Authorization": f"SDK-HMAC-SHA256 Access={access}, SignedHeaders={names}, Signature={signature}",
    }


def digest(data):
    return hashlib.sha256(data).hexdigest()


main()
