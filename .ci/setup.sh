#!/bin/sh
# Makes .venv ready: the locked packages, byte-compiled, and this program installed in place.
# Quick when nothing changed: a stamp holds the digest of all that the set-up depends on.
set -eu
cd "$(dirname "$0")/.."

fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}
choose_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if command -v "$name" >/dev/null 2>&1 && fits "$name"; then echo "$name"; return; fi
    done
    echo "Python 3.11 or later is needed. Install it, or name it: make setup PYTHON=/path/to/python3.11" >&2
    exit 1
}

in_venv=.venv/bin
[ -d .venv/Scripts ] && in_venv=.venv/Scripts
if ! [ -e $in_venv/python ] || ! fits $in_venv/python; then
    python=$(choose_python)
    PYTHON=$python sh .ci/system.sh venv
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
    [ -d .venv/Scripts ] && in_venv=.venv/Scripts
fi
python=$in_venv/python
PYTHON=$python sh .ci/system.sh window

digest=$("$python" - "$PWD" <<'PY'
import hashlib, pathlib, sys
parts = [sys.argv[1], sys.version]
parts += [pathlib.Path(name).read_text() for name in
          (".ci/requirements/dev.txt", "pyproject.toml", ".ci/setup.sh")]
print(hashlib.sha256("\0".join(parts).encode()).hexdigest())
PY
)
stamp=.venv/ready
if [ "$(cat $stamp 2>/dev/null || true)" != "$digest" ]; then
    echo "Installing the locked packages into .venv (a minute or two the first time)"
    rm -f $stamp
    "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip -q
    PIP_DISABLE_PIP_VERSION_CHECK=1; export PIP_DISABLE_PIP_VERSION_CHECK
    "$python" -m pip install -q --no-compile --require-hashes -r .ci/requirements/dev.txt
    # pip compiles on one core only. Some packages hold templates that are no Python: passed over.
    packages=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    "$python" -m compileall -qq -j 0 "$packages" || true
    "$python" -m pip install -q --no-deps --no-build-isolation -e .
    echo "$digest" > $stamp
fi
# Machines that set PYTHONDONTWRITEBYTECODE would compile this program anew at each start.
"$python" -m compileall -q psg_desktop
