#!/usr/bin/env bash
# Seconds per page of `crossfoot extract` and, in the same run and on the same page images, of the
# `tesseract` command on one thread; prints their ratios. Both read all pages in one process, so that
# the language data is loaded once, and image files without compression, so that neither pays for a
# decoder. Ratios: to the command with the same languages, and with chi_sim alone.
#
#   tests/bench/page_seconds.sh CROSSFOOT DOCUMENT.pdf [FIRST] [LAST]
#
# Where the benchmarks are built beside the command, page_stages then says of the same images where
# crossfoot's time goes, and its peak memory.
#
# Needs pdftoppm and pdfimages (poppler-utils). Machines are noisy: trust the ratios, not the seconds.
set -euo pipefail
crossfoot=$(realpath "$1")
document=$(realpath "$2")
first=${3:-1}
last=${4:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpi=$(pdfimages -list -f "$first" -l "$first" "$document" | awk 'NR==3 {print $13}')
pdftoppm -r "${dpi:-300}" -f "$first" -l "$last" -gray -tiff -tiffcompression none "$document" "$work/page"
ls "$work"/page*.tif > "$work/list.txt"
pages=$(wc -l < "$work/list.txt")

seconds() {  # of CPU a page, user and system, so that other work on the machine counts less
  local TIMEFORMAT='%U %S'
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk -v pages="$pages" '{print ($1 + $2) / pages}'
}

ours=$(seconds "$crossfoot" extract --jobs 1 "$work"/page*.tif)
both=$(seconds env OMP_THREAD_LIMIT=1 tesseract "$work/list.txt" - -l chi_sim+eng --psm 6)
alone=$(seconds env OMP_THREAD_LIMIT=1 tesseract "$work/list.txt" - -l chi_sim --psm 6)
awk -v pages="$pages" -v ours="$ours" -v both="$both" -v alone="$alone" 'BEGIN {
  printf "%d pages, seconds a page: crossfoot %.2f\n", pages, ours
  printf "tesseract chi_sim+eng %.2f, ratio %.2f\n", both, ours / both
  printf "tesseract chi_sim     %.2f, ratio %.2f\n", alone, ours / alone
}'
stages=$(dirname "$crossfoot")/../tests/bench/page_stages
if [ -x "$stages" ]; then "$stages" "$work"/page*.tif; fi
