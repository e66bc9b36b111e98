#!/usr/bin/env bash
# Seconds per page of `crossfoot extract` and, in the same run and on the same page images, of the
# `tesseract` command with the same languages on one thread; prints their ratio. Both read image
# files, so neither pays for the other's PDF reader.
#
#   tests/bench/page_seconds.sh CROSSFOOT DOCUMENT.pdf [FIRST] [LAST]
#
# Needs pdftoppm (poppler-utils). Machines are noisy: trust the ratio, not the seconds.
set -euo pipefail
crossfoot=$(realpath "$1")
document=$(realpath "$2")
first=${3:-1}
last=${4:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpi=$(pdfimages -list -f "$first" -l "$first" "$document" | awk 'NR==3 {print $13}')
pdftoppm -r "${dpi:-300}" -f "$first" -l "$last" -gray -png "$document" "$work/page"

seconds() {  # of CPU, user and system, so that other work on the machine counts less
  local TIMEFORMAT='%U %S'
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{print $1 + $2}'
}

printf '%-10s %12s %12s %8s\n' page crossfoot tesseract ratio
for image in "$work"/page*.png; do
  ours=$(seconds "$crossfoot" extract --jobs 1 "$image")
  theirs=$(seconds env OMP_THREAD_LIMIT=1 tesseract "$image" - -l chi_sim+eng --psm 6)
  printf '%-10s %10.2f s %10.2f s %8.2f\n' "$(basename "$image" .png)" "$ours" "$theirs" \
    "$(awk "BEGIN {print $ours / $theirs}")"
done
