#!/usr/bin/env bash
# The library as others use it: installed into a folder, found by CMake and by pkg-config, and the
# example runs. Then the packages: unpacked, the command and its manual are there and run.
#
#   install_test.sh BUILD_FOLDER
set -euo pipefail
build=$(realpath "$1")
source=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
document=$source/testdata/budget-text.pdf

expect_findings() {  # of a program that prints what fails and ends with 1
  local status=0
  "$@" "$document" >"$work/out" || status=$?
  [ "$status" -eq 1 ] && grep -q "58,107,253.45" "$work/out" || { cat "$work/out"; exit 1; }
}

cmake --install "$build" --prefix "$work/installed" >/dev/null
cmake -S "$source/docs/check_sums" -B "$work/example" -DCMAKE_PREFIX_PATH="$work/installed" >/dev/null
cmake --build "$work/example" >/dev/null
expect_findings "$work/example/check_sums"
echo "find_package: the example runs"

pc=$(dirname "$(find "$work/installed" -name crossfoot.pc)")
# shellcheck disable=SC2046
c++ -std=c++20 "$source/docs/check_sums/check_sums.cpp" -o "$work/with_pkg_config" \
  $(PKG_CONFIG_PATH=$pc pkg-config --define-variable=prefix="$work/installed" --cflags --libs crossfoot)
expect_findings "$work/with_pkg_config"
echo "pkg-config: the example runs"

if ! command -v dpkg-shlibdeps >/dev/null; then
  echo "packages: skipped, dpkg-dev is not installed"
  exit 0
fi
(cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" >"$work/cpack.log") || { cat "$work/cpack.log"; exit 1; }
dpkg-deb -x "$work"/crossfoot_*.deb "$work/root"
dpkg-deb -f "$work"/crossfoot_*.deb Depends | grep -q libpodofo
expect_findings "$work/root/usr/bin/crossfoot" check
[ -s "$work/root/usr/share/man/man1/crossfoot-extract.1" ]
bash -c "source '$work/root/usr/share/bash-completion/completions/crossfoot'"
echo "packages: the command runs"
