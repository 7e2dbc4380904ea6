#!/bin/sh
# Adds a member to a listener, waits for the job and lists the members, with curl. elb-sign of @elb-classic/client signs
# for the service's host, which elb-contract proxy leaves as it is.
set -eu
project=$ELB_ENDPOINT/v1.0/$HUAWEICLOUD_SDK_PROJECT_ID
members=$project/elbaas/listeners/$ELB_LISTENER_ID/members

call() { # METHOD URL [PAYLOAD]
  if [ $# -gt 2 ]; then
    sign --method "$1" --data "$3" "$2" | curl -fsS -x "$ELB_PROXY" -X "$1" -H @- --data-binary "$3" "$2"
  else
    sign --method "$1" "$2" | curl -fsS -x "$ELB_PROXY" -X "$1" -H @- "$2"
  fi
}

sign() {
  "${ELB_SIGN:-node_modules/.bin/elb-sign}" "$@"
}

texts() { # NAME: every text of that name
  grep -o "\"$1\": *\"[^\"]*\"" | cut -d '"' -f 4
}

job=$(call POST "$members" '[{"server_id":"dbecb618-2259-405f-ab17-9b68c4f541b0","address":"172.16.0.31"}]' | texts job_id)
while :; do
  status=$(call GET "$project/jobs/$job" | texts status | head -n 1)
  case $status in
  SUCCESS) break ;;
  INIT | RUNNING) sleep 1 ;;
  *) exit 1 ;;
  esac
done
echo "job $status"
call GET "$members" | texts server_address | sed 's/^/member /'
