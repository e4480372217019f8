#!/usr/bin/env python3
"""Writes the demo mesh: atlas/, warehouse/ and streams/ from model/*.yaml.

Run it after a change of the model; the same model gives the same bytes.
Needs Python 3.11 and PyYAML.
"""
import shutil

from generator.atlas import Atlas
from generator.access import write_access
from generator.measurements import write_measurements
from generator.mesh import Mesh
from generator.model import ROOT
from generator.samples import write_samples
from generator.streams import write_streams
from generator.warehouse import write_warehouse


def main():
    for folder in ("atlas", "warehouse", "streams"):
        shutil.rmtree(ROOT / folder, ignore_errors=True)
    mesh = Mesh()
    samples = write_samples(mesh, ROOT / "atlas")
    atlas = Atlas(mesh, ROOT / "atlas", samples)
    atlas.write()
    write_access(mesh, ROOT / "atlas" / "access")
    write_measurements(mesh, atlas.levels, ROOT / "atlas" / "measurements")
    write_warehouse(mesh, ROOT / "warehouse" / "target")
    write_streams(mesh, ROOT / "streams" / "events")


if __name__ == "__main__":
    main()
