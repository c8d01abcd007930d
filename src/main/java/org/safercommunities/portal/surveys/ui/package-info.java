/** Pages of surveys: answer, plan, read the results. */
@NullMarked
package org.safercommunities.portal.surveys.ui;

import org.jspecify.annotations.NullMarked;
