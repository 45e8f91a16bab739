package org.codegraft.sample.ledger;

/** The five kinds of account and on which side each of them grows. */
public enum AccountType {

    ASSET(Side.DEBIT, "1") {
        @Override
        public boolean isClosedAtYearEnd() {
            return false;
        }
    },
    LIABILITY(Side.CREDIT, "2") {
        @Override
        public boolean isClosedAtYearEnd() {
            return false;
        }
    },
    EQUITY(Side.CREDIT, "3") {
        @Override
        public boolean isClosedAtYearEnd() {
            return false;
        }
    },
    INCOME(Side.CREDIT, "4") {
        @Override
        public boolean isClosedAtYearEnd() {
            return true;
        }
    },
    EXPENSE(Side.DEBIT, "5") {
        @Override
        public boolean isClosedAtYearEnd() {
            return true;
        }
    };

    /** The two sides of an account. */
    public enum Side {
        DEBIT,
        CREDIT;

        public Side opposite() {
            return this == DEBIT ? CREDIT : DEBIT;
        }
    }

    private final Side normalSide;
    private final String prefix;

    AccountType(Side normalSide, String prefix) {
        this.normalSide = normalSide;
        this.prefix = prefix;
    }

    public Side normalSide() {
        return normalSide;
    }

    public abstract boolean isClosedAtYearEnd();

    /** The kind of an account, told from the first digit of its number. */
    public static AccountType ofNumber(String number) {
        for (AccountType type : values()) {
            if (number.startsWith(type.prefix)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no kind of account starts like " + number);
    }
}
