using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Projection;

/// <summary>A row of the <see cref="FactTable"/>.</summary>
public readonly ref struct PlayRow
{
    public required int Row { get; init; }

    /// <summary>When it was drawn, in ticks of UTC.</summary>
    public required long Time { get; init; }

    /// <summary>The player's number in <see cref="FactTable.Players"/>.</summary>
    public required int Player { get; init; }

    public required LabelCode Label { get; init; }

    /// <summary>What the player was to draw.</summary>
    public required TaskCode Task { get; init; }
    /// <summary>Whether another row of the same drawing counts, and this one does not.</summary>
    public required bool IsRepeat { get; init; }

    /// <summary>What it was drawn with; null where that is not known.</summary>
    public required InputKind? Input { get; init; }

    /// <summary>Whether a person drew it. Programs have a board of their own: the statistics by input.</summary>
    public bool IsOfAPerson => Input is not (InputKind.Program or InputKind.Picture);

    public required ChosenBy ChosenBy { get; init; }

    /// <summary>The index of the chosen algorithm's guess, or <see cref="PlayFacts.NoneChosen"/>.</summary>
    public required int Chosen { get; init; }

    /// <summary>Milliseconds from the pen's first touch to its last; null where the ink has no times.</summary>
    public required int? Duration { get; init; }

    /// <summary>For each guess, the number in <see cref="FactTable.Versions"/> of the version that made it.</summary>
    public required ReadOnlySpan<ushort> Versions { get; init; }

    /// <summary>For each guess, the digit, 0 to 9.</summary>
    public required ReadOnlySpan<byte> Digits { get; init; }

    /// <summary>For each guess, the probability of its digit, 0..1.</summary>
    public required ReadOnlySpan<float> Confidences { get; init; }
}
