#!/bin/sh
# Runs a command with its calls of the API checked on their way, and fails where the command or one of its calls does.
#
#   ELB_TARGET=https://elb.cn-north-1.myhuaweicloud.com ./with-proxy.sh go test ./...
#
# The command calls http:// and the service's own host. It finds the proxy in HTTP_PROXY, as most clients do, or by
# itself in ELB_PROXY. Options of the proxy go in ELB_PROXY_OPTIONS, such as --fail-on warning. The calls are recorded in
# calls.har, without what is secret.
set -eu
output=$(mktemp)
# Unquoted: each word is an option.
"${ELB_CONTRACT:-node_modules/.bin/elb-contract}" proxy --target "$ELB_TARGET" --port 0 --ready-json \
  --har "${ELB_HAR:-calls.har}" ${ELB_PROXY_OPTIONS:-} >"$output" &
proxy=$!
trap 'kill "$proxy" 2>/dev/null || true; rm -f "$output"' EXIT
until ELB_PROXY=$(sed -n '1s/.*"url":"\([^"]*\)".*/\1/p' "$output") && [ -n "$ELB_PROXY" ]; do
  kill -0 "$proxy" 2>/dev/null || wait "$proxy"
  sleep 0.1
done
export ELB_PROXY
status=0
HTTP_PROXY=$ELB_PROXY http_proxy=$ELB_PROXY "$@" || status=$?
kill -TERM "$proxy"
wait "$proxy" || status=$?
sed 1d "$output"
exit "$status"
