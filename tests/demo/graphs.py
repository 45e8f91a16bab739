"""Graphs of small code."""

from codegraft.graphmer.linking.own import read_texts
from codegraft.kg.build.build import build_kg
from tests.graphmer.linking.codes import ontology, write


def read(place, files):
    """The texts and the graph of files that are written to a place."""
    texts = read_texts(write(place, files))
    return texts, build_kg([texts], ontology()).graph
