"""One thin module per DVC stage, named as the stage: read params, call the library, write outputs."""
