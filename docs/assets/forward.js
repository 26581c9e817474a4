// The page of the whole text has moved one folder up; its anchors are the same there.
location.replace(`../${location.hash}`);
