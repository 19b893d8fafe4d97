#!/bin/sh
# Says where the sample caseload is, and opens the window on it when there is a screen.
set -eu
folder=$1
command=$2
echo
echo "The sample caseload of Fenmarket, a district that does not exist, is in $folder:"
for item in "$folder"/*; do echo "  $item"; done
echo "The passphrase is in $folder/passphrase.txt. Nobody in it is real."
case $(uname -s) in
Linux) screen=${WAYLAND_DISPLAY:-}${DISPLAY:-} ;;
*) screen=yes ;;
esac
if [ -z "$screen" ]; then
    echo "There is no screen here. To open the window on a machine with one:"
    echo "  $command $folder/sample.psgstore"
    exit 0
fi
echo "Opening the window."
exec "$command" "$folder/sample.psgstore"
