package org.safercommunities.portal.shared.privacy;

import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.ToLongFunction;

/**
 * What is done when the time of a kind of personal data is over. Modules contribute these as beans; all run once a day and report.
 *
 * @param rule key of the {@link PersonalRule}
 * @param what a few words for the report, for example “Answered requests for access”
 * @param fate what is done with it
 * @param due how many there are whose time is over at that moment; quick
 * @param run does it, in chunks that a stop loses nothing of, and answers how many there were
 */
public record Retention(String rule, String what, Fate fate, ToLongFunction<Instant> due, IntSupplier run) {}
