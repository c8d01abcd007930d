/**
 * Big files in pieces: begun, gone on with after whatever came between, and turned into the file of a document. The protocol is
 * tus 1.0; who speaks it is in {@code library.api}, the page in {@code library.ui}.
 */
@NullMarked
package org.safercommunities.portal.library.uploads;

import org.jspecify.annotations.NullMarked;
