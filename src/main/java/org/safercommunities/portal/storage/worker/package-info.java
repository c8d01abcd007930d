/**
 * What runs inside a worker: a Java process of its own that reads one file at a time and is killed when it hangs, runs out
 * of memory or breaks. Nothing here is called inside the portal's own process except {@link
 * org.safercommunities.portal.storage.worker.Wire} and {@link
 * org.safercommunities.portal.storage.worker.FirstBytes}.
 */
@NullMarked
package org.safercommunities.portal.storage.worker;

import org.jspecify.annotations.NullMarked;
