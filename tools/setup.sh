#!/usr/bin/env bash
# Everything on a fresh Debian 12 machine, as root or with sudo.
#
#   tools/setup.sh demo   installs, builds, and runs extract and check on a sample scan
#   tools/setup.sh test   installs, builds, and runs the tests
#   tools/setup.sh fuzz   the same with clang and sanitizers for the fuzz targets: what was found once
#                         is tried again, then each is fuzzed for 20 s; fuzz 3600 for an hour each
#
# Nothing is done twice: packages that are there are left alone, and a build without changes is a
# matter of a second. JOBS=n limits the compilers that run at the same time.
set -euo pipefail
cd "$(dirname "$0")/.."

sample=testdata/budget-scan-clean300.pdf

packages=(
  cmake ninja-build g++ pkg-config
  libpodofo-dev libqpdf-dev libpoppler-cpp-dev poppler-data   # PDF in
  libseccomp-dev                                              # workers give up what they do not need
  libleptonica-dev libopencv-imgproc-dev libopencv-dnn-dev
  libtesseract-dev tesseract-ocr tesseract-ocr-chi-sim tesseract-ocr-eng
  libcli11-dev nlohmann-json3-dev libutf8proc-dev libxlsxwriter-dev
  libsqlite3-dev libssl-dev
  libgtest-dev libgmock-dev libbenchmark-dev python3          # tests and benchmarks
)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -eq 0 ] && return
  echo "== installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# build PRESET [OPTION...]: in build/PRESET
build() {
  local preset=$1
  shift
  echo "== building in build/$preset"
  cmake --preset "$preset" "$@" >"build/$preset.log" 2>&1 || { cat "build/$preset.log" >&2; exit 1; }
  cmake --build "build/$preset" --parallel "${JOBS:-$(nproc)}"
}

# run_tests DIR: all that were built there
run_tests() {
  echo "== testing"
  ctest --test-dir "$1" --output-on-failure --parallel "${JOBS:-$(nproc)}"
}

# The command ends with 1 where figures do not add up, which in the sample they do not.
demo() {
  local crossfoot=build/release/tools/crossfoot status=0
  echo
  echo "== crossfoot extract $sample"
  "$crossfoot" extract "$sample"
  echo
  echo "== crossfoot check $sample"
  "$crossfoot" check "$sample" || status=$?
  echo
  echo "exit status $status: $([ "$status" -eq 1 ] && echo "some figures do not add up" || echo "see crossfoot --help")"
  [ "$status" -le 1 ]
}

mkdir -p build
case "${1:-}" in
  demo)
    install_packages
    build release -DCROSSFOOT_BUILD_TESTS=OFF
    demo
    ;;
  test)
    install_packages
    build release -DCROSSFOOT_BUILD_TESTS=ON
    run_tests build/release
    ;;
  fuzz)
    packages+=(clang-14 libclang-rt-14-dev)
    install_packages
    build fuzz -DCROSSFOOT_BUILD_TESTS=ON -DCROSSFOOT_FUZZ_SECONDS="${2:-20}"
    run_tests build/fuzz
    ;;
  *)
    sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
