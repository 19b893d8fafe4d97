#!/bin/sh
# Runs the built program's own self-test offscreen, in a folder without the sources.
set -eu
built=$1
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT INT TERM
cp -R "$built" "$place/program"
cd "$place"
# Nothing of this repository, its environment or its Python may help the built program.
env -i HOME="$place" LANG=C.UTF-8 PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen \
    "$place/program/psg-desktop" self-test
echo "The built program passed its self-test; it takes $(du -sm "$place/program" | cut -f1) MB."
