#!/usr/bin/env bash
# @bufbuild/buf 1.75.0 in the folder of a Node project that has @grpc/grpc-js 1.14.7.
#
# Expected: without a buf.yaml, `buf build` reads the project's own .proto files, as other tools of Node leave
# node_modules out.
# Seen: buf reads every .proto below node_modules too. grpc-js brings protobufjs, whose descriptor.proto is in no form
# that buf compiles, so a project with one valid file fails on a file that it never named:
#   node_modules/protobufjs/google/protobuf/descriptor.proto:403:179:expected singular message, found repeated …
# With `--path feed`, or with the file's folder as the module, the same file builds.
#
# Needs: Node 20 or later, npm and its registry. Takes a quarter of a minute.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund @grpc/grpc-js@1.14.7 @bufbuild/buf@1.75.0
mkdir -p feed/v1
cat > feed/v1/feed.proto <<'PROTO'
syntax = "proto3";
package feed.v1;
message Change {
  string order_id = 1;
}
PROTO

all=$(npx buf build 2>&1) && status=0 || status=$?
printf 'buf build: exit status %s, %s lines about node_modules/protobufjs\n' \
  "$status" "$(grep -c '^node_modules/protobufjs/' <<<"$all")"
[ "$status" -ne 0 ]
grep -q '^node_modules/protobufjs/google/protobuf/descriptor.proto:' <<<"$all"

npx buf build --path feed
echo "buf build --path feed: exit status 0"
