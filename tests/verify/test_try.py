def test_it(root, verify):
    print(verify("--complete"))
    assert 0
