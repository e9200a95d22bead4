#!/usr/bin/env python3
"""Make a Tesseract model that can be taught on from one that is packed into whole numbers.

usage: floating-model.py FOLDER

FOLDER holds the parts of the model `vie` as `combine_tessdata -u` unpacks them (vie.lstm,
vie.lstm-unicharset, vie.lstm-recoder and the word lists). Written beside them are the same parts of
the model `print-vie`: the network with its weights as real numbers, and the letters that `vie` lacks.

Tesseract's fast models hold each row of weights as bytes with one scale (`WeightMatrix::Serialize` in
Tesseract's source); a weight is its byte times the scale, so nothing is lost but what packing lost.
"""

import pathlib
import shutil
import struct
import sys

PACKED, ADAM, REAL = 1, 4, 128  # Flags of a weight matrix.
OWN_RATES = 64  # Flag of a network: each layer has a learning rate of its own.
ADDED = [("ỵ", 3, "Ỵ"), ("Ỵ", 5, "ỵ")]  # Letter, its properties (3 small, 5 capital), its twin.


class Converter:
    """Copies a serialised network, with every weight matrix unpacked."""

    def __init__(self, data):
        self.data = data
        self.place = 0
        self.result = bytearray()

    def take(self, count):
        part = self.data[self.place : self.place + count]
        if len(part) < count:
            sys.exit("floating-model: the model ends too soon; is it one of Tesseract 4 or 5?")
        self.place += count
        return part

    def copy(self, layout):
        part = self.take(struct.calcsize("<" + layout))
        self.result += part
        return struct.unpack("<" + layout, part)

    def copy_text(self):
        (count,) = self.copy("I")
        part = self.take(count)
        self.result += part
        return part.decode()

    def weights(self):
        (flags,) = struct.unpack("<B", self.take(1))
        if not flags & PACKED:
            sys.exit("floating-model: the model's weights are real numbers already")
        rows, columns = struct.unpack("<II", self.take(8))
        self.take(1)
        packed = struct.unpack(f"<{rows * columns}b", self.take(rows * columns))
        (count,) = struct.unpack("<I", self.take(4))
        kind, size = ("d", 8) if flags & REAL else ("f", 4)
        scales = struct.unpack(f"<{count}{kind}", self.take(count * size))
        self.result += bytes([REAL | flags & ADAM])
        self.result += struct.pack("<IId", rows, columns, 0.0)
        for row in range(rows):
            line = packed[row * columns : (row + 1) * columns]
            self.result += struct.pack(f"<{columns}d", *(weight * scales[row] for weight in line))

    def network(self):
        self.copy("b")
        kind = self.copy_text()
        self.take(1)
        self.result += b"\0"  # Not in training.
        _, flags, _, _, _ = self.copy("biiii")
        self.copy_text()
        if kind in ("Series", "XYTranspose", "RTLReversed", "TTBReversed", "Parallel"):
            (count,) = self.copy("I")
            for _ in range(count):
                self.network()
            if flags & OWN_RATES:
                (count,) = self.copy("I")
                self.copy(f"{count}f")
        elif kind == "Input":
            self.copy("5i")
        elif kind in ("Convolve", "Maxpool"):
            self.copy("2i")
        elif kind in ("LSTM", "SummLSTM"):
            self.copy("i")
            for _ in range(4):
                self.weights()
        elif kind in ("Tanh", "Softmax"):
            self.weights()
        else:
            sys.exit(f"floating-model: a layer of the unknown kind {kind}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    converter = Converter((folder / "vie.lstm").read_bytes())
    converter.network()
    converter.copy_text()
    (flags,) = struct.unpack("<i", converter.take(4))
    converter.result += struct.pack("<i", flags & ~PACKED)
    converter.result += converter.take(len(converter.data) - converter.place)
    (folder / "print-vie.lstm").write_bytes(converter.result)

    lines = (folder / "vie.lstm-unicharset").read_text("utf-8").splitlines()
    codes = (folder / "vie.lstm-recoder").read_bytes()
    count = len(lines) - 1
    (known,) = struct.unpack_from("<I", codes)
    # A letter is coded by one number: one byte, the length, and the number.
    highest = max(struct.unpack_from("<I", codes, 9 + 9 * index)[0] for index in range(known))
    numbers = {letter: count + place for place, (letter, _, _) in enumerate(ADDED)}
    for place, (letter, properties, twin) in enumerate(ADDED):
        if any(line.startswith(letter + " ") for line in lines):
            sys.exit(f"floating-model: the model has the letter {letter} already")
        number = numbers[letter]
        lines.append(
            f"{letter} {properties} 0,255,0,255,0,0,0,0,0,0 Latin {numbers[twin]} 0 {number} {letter}")
        codes += struct.pack("<bII", 1, 1, highest + 1 + place)
    lines[0] = str(count + len(ADDED))
    (folder / "print-vie.lstm-unicharset").write_text("\n".join(lines) + "\n", "utf-8")
    codes = struct.pack("<I", known + len(ADDED)) + codes[4:]
    (folder / "print-vie.lstm-recoder").write_bytes(codes)
    for part in ("lstm-punc-dawg", "lstm-word-dawg", "lstm-number-dawg", "version"):
        shutil.copyfile(folder / f"vie.{part}", folder / f"print-vie.{part}")


main()
