#!/bin/sh
# Cuts the faces of rare characters anew. Needs fonts-hanazono, libharfbuzz-bin and python3-fonttools, and Node.
# sh make.sh [HanaMinB.ttf]
set -eu
cd "$(dirname "$0")"
from=${1:-/usr/share/fonts/truetype/hanazono/HanaMinB.ttf}
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

cut() {
  hb-subset --unicodes="$2" --no-hinting --layout-features= --name-IDs=0,1,2,3,4,5,6,13,14 \
    --drop-tables+=GSUB,GPOS,GDEF,vhea,vmtx,VORG,BASE,DSIG,gasp --output-file="$work/whole.ttf" "$from"
  /usr/bin/python3 - "$work/whole.ttf" "$work/$1" <<'PYTHON'
import sys
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
# A face carries the moment at which it was written; the one of its source makes two runs alike.
face = TTFont(sys.argv[1], recalcTimestamp=False)
scale_upem(face, 512)
face.save(sys.argv[2])
PYTHON
  node -e '
    const { readFileSync, writeFileSync } = require("node:fs");
    const { brotliCompressSync, constants } = require("node:zlib");
    const [from, to] = process.argv.slice(1);
    const data = readFileSync(from);
    const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
    writeFileSync(to, brotliCompressSync(data, { params }));
  ' "$work/$1" "$1.br"
}

cut HanaMinB-extension-b.ttf 20000-2A6DF
cut HanaMinB-extensions-c-f.ttf 2A700-2EBE0
(cd "$work" && sha256sum HanaMinB-*.ttf) > SHA256SUMS
