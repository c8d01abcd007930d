package org.safercommunities.portal.storage;

/** That a file waits to be scanned. */
record FileToScan() {}
