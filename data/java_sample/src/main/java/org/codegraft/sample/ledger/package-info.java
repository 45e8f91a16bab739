/** Double-entry bookkeeping: accounts, balanced journal entries and trial balances. */
package org.codegraft.sample.ledger;
