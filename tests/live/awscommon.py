"""What the comparisons with services of AWS share. Ends with 77 where boto3 is not installed."""
import os
import sys

try:
    import boto3
except ImportError:
    print("boto3 is not installed")
    sys.exit(77)

from common import told

REGION = os.environ.get("AWS_REGION", "eu-west-1")


def keys_in(path):
    """Key, secret and where there is one session token, each on a line."""
    with open(path, encoding="utf-8") as keys:
        return keys.read().split()


def client(service, url, keys):
    token = {"aws_session_token": keys[2]} if len(keys) > 2 else {}
    return boto3.client(service, endpoint_url=url, region_name=REGION, aws_access_key_id=keys[0],
                        aws_secret_access_key=keys[1], **token)


def listed(service, operation, key="items", token="nextToken", **query):
    """All items of a list, page by page."""
    items, more = [], {}
    while True:
        page = getattr(service, operation)(**query, **more)
        items += page[key]
        if not page.get(token):
            return items
        more = {token: page[token]}


def added(program, folder, kind, url, keys):
    """A fresh workspace in which the service is the endpoint `live`."""
    os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, MESHSCOPE_KEYSTORE="file")
    workspace = os.path.join(folder, "live.mesh")
    secret = os.path.join(folder, "keys")
    with open(secret, "w", encoding="utf-8") as file:
        file.write("\n".join(keys) + "\n")
    told(program, workspace, "endpoint", "add", kind, url, "--name", "live", "--option", "aws.region=" + REGION,
         "--secret-file", secret)
    return workspace
