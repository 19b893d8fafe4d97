#!/bin/sh
# Makes sure that the system libraries and programs are there: system.sh window|test|pdfua|build|venv ...
#   window  what Qt needs to show a window, or to draw one without a screen
#   test    an independent PDF reader for the tests
#   pdfua   what an independent checker of tagged PDF needs; without it its test is skipped
#   build   what PyInstaller needs
#   venv    Python's own venv module
# Installs what is missing when root or sudo allows; otherwise prints the exact line.
# Exit 0 when everything needed is there, 1 when something needed is missing still.
set -eu

python=${PYTHON:-python3}
needed=""    # packages without which the work cannot go on
wanted=""    # packages without which only a part is missing

have_library() {
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q "[[:space:]]$1 "
}
library() {  # library SONAME PACKAGE: drawing cannot do without it
    have_library "$1" || needed="$needed $2"
}
screen_library() {  # the same for a window on an X screen
    have_library "$1" || wanted="$wanted $2"
}
program() {
    command -v "$1" >/dev/null 2>&1 || needed="$needed $2"
}
python_library() {  # PyInstaller bundles the shared libpython; Debian keeps it in its own package
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$python" - <<'PY' || needed="$needed libpython$version"
import pathlib, sys, sysconfig
name = sysconfig.get_config_var("INSTSONAME") or sysconfig.get_config_var("LDLIBRARY")
folders = [sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("LIBPL")]
multi = sysconfig.get_config_var("MULTIARCH") or ""
folders += [folder + "/" + multi for folder in folders if folder]
sys.exit(not any(folder and pathlib.Path(folder, name).exists() for folder in folders))
PY
}

check() {
    needed="" wanted=""
    for group in "$@"; do
        case $group in
        window)
            library libglib-2.0.so.0 libglib2.0-0
            library libEGL.so.1 libegl1
            library libGL.so.1 libgl1
            library libxkbcommon.so.0 libxkbcommon0
            library libfontconfig.so.1 libfontconfig1
            library libdbus-1.so.3 libdbus-1-3
            screen_library libxcb-cursor.so.0 libxcb-cursor0
            screen_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
            screen_library libxcb-icccm.so.4 libxcb-icccm4
            screen_library libxcb-keysyms.so.1 libxcb-keysyms1
            screen_library libxcb-shape.so.0 libxcb-shape0
            ;;
        test) program pdftotext poppler-utils ;;
        pdfua)
            program javac default-jdk-headless
            [ -e /usr/share/java/jaxb-runtime.jar ] || needed="$needed libjaxb-java"
            ;;
        build) program strip binutils; python_library ;;
        venv) "$python" -c 'import venv, ensurepip' 2>/dev/null || needed="$needed python3-venv" ;;
        *) echo "system.sh: no such group: $group" >&2; exit 2 ;;
        esac
    done
}

[ "$(uname -s)" = Linux ] || exit 0
check "$@"
[ -n "$needed$wanted" ] || exit 0

if [ "$needed" = " python3-venv" ] && [ "$(readlink -f "$(command -v "$python")")" != "$(readlink -f /usr/bin/python3)" ]; then
    needed=" python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
fi
line="apt-get install -y --no-install-recommends$needed$wanted"
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then run=""; able=yes
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then run="sudo -n"; able=yes
    else able=no; fi
    if [ $able = yes ]; then
        echo "Installing what the system lacks:$needed$wanted"
        $run apt-get update -qq </dev/null || echo "The package list could not be refreshed; going on with the old one."
        # shellcheck disable=SC2086
        $run env DEBIAN_FRONTEND=noninteractive $line -qq </dev/null >/dev/null || true
        check "$@"
        [ -n "$needed$wanted" ] || exit 0
        line="apt-get install -y --no-install-recommends$needed$wanted"
    fi
fi

if [ -n "$needed" ]; then
    echo "This machine lacks:$needed$wanted" >&2
    echo "Ask its administrator to run:  sudo $line" >&2
    exit 1
fi
echo "No window can be opened on an X screen before this line is run:  sudo $line" >&2
