package org.safercommunities.portal.library;

import java.util.List;

/** These bytes need not be kept any more, unless something else refers to them. */
record FilesToDelete(List<String> sha256s) {}
