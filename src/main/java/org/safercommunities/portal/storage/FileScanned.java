package org.safercommunities.portal.storage;

/** That the virus scanner has spoken on a file; within the transaction that keeps its word. */
public record FileScanned(String sha256, FileScan scan) {}
