namespace GameNight.Training.Personal;

/// <summary>What the missing examples of a player are for.</summary>
public enum MissingKind
{
    /// <summary>To believe a label that contradicts the network: it takes another drawing of the same kind.</summary>
    Repetition,

    /// <summary>To tell a digit from the one that it was taken for.</summary>
    Comparison,

    /// <summary>To compare with, where all examples are of one digit.</summary>
    AnotherDigit,
}
