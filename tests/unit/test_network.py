import socket

import pytest


def test_a_test_that_reaches_beyond_this_machine_fails():
    with socket.socket() as reaching, pytest.raises(pytest.fail.Exception, match="the network"):
        reaching.connect(("192.0.2.1", 80))


def test_this_machine_itself_may_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
