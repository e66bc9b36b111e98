#!/usr/bin/env bash
# Scores crossfoot on the shared corpus, where that is present: extracts (and, for the tables as they
# stand after check, reconciles) every document and prints the scorer's table, then the findings of
# the documents whose arithmetic is known.
#
#   tests/corpus/score.sh CROSSFOOT [SHARED] [SET]
#
# CROSSFOOT is the built command, SHARED the folder with corpus/ and score/ (default: ../shared beside
# the repository), SET one of its folders of documents (default: corpus). The predictions stay in
# build/corpus/SET for a closer look. A full run takes a quarter of an hour on two cores.
set -euo pipefail
crossfoot=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
shared=${2:-$root/../shared}
set_name=${3:-corpus}
if [ ! -d "$shared/$set_name" ]; then
  echo "skipped: there is no $shared/$set_name"
  exit 0
fi
out=${OUT:-$root/build/corpus/$set_name}
mkdir -p "$out"

for pdf in "$shared/$set_name"/*.pdf; do
  name=$(basename "$pdf" .pdf)
  echo "$name" >&2
  status=0
  "$crossfoot" extract "$pdf" --format json -o "$out/$name.json" || status=$?
  [ "$status" -le 1 ] || echo "$name: extract ended with $status" >&2
  "$crossfoot" check "$out/$name.json" --format json >"$out/$name.findings" || true
done

python3 "$shared/score/score.py" --set "$shared/$set_name" "$out"
for facts in "$shared/$set_name"/facts/*.facts.json; do
  [ -e "$facts" ] || continue
  name=$(basename "$facts" .facts.json)-text
  echo -n "$name: "
  python3 "$shared/score/findings.py" facts "$facts" "$shared/$set_name/$name.truth.json" \
    "$out/$name.json" "$out/$name.findings"
done
