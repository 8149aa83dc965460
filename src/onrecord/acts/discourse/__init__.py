"""What acts have from other sentences and other acts: pronouns, answers, denials, retellings."""
