package org.safercommunities.portal.storage;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing of this file leaves the portal: it waits for the virus scanner, or was refused by it. */
@ResponseStatus(HttpStatus.LOCKED)
public class HeldBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FileScan scan;

    public HeldBack(FileScan scan) {
        super(scan.inWords());
        this.scan = scan;
    }

    public FileScan scan() {
        return scan;
    }
}
