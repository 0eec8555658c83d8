using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Projection;

/// <summary>A row of the <see cref="FactTable"/>.</summary>
public readonly ref struct PlayRow
{
    public required int Row { get; init; }

    /// <summary>When it was drawn, in ticks of UTC.</summary>
    public required long Time { get; init; }

    /// <summary>A number of <see cref="FactTable.Players"/>.</summary>
    public required int Player { get; init; }

    public required LabelCode Mark { get; init; }

    public required InputKind? Input { get; init; }

    public required ChosenBy ChosenBy { get; init; }

    /// <summary>The place of the chosen algorithm's guess.</summary>
    public required int Chosen { get; init; }

    /// <summary>Milliseconds from the pen's first touch to its last, where known.</summary>
    public required int? Duration { get; init; }

    /// <summary>Who guessed: numbers of <see cref="FactTable.Contenders"/>.</summary>
    public required ReadOnlySpan<ushort> Contenders { get; init; }

    /// <summary>What each of them guessed.</summary>
    public required ReadOnlySpan<byte> Digits { get; init; }

    /// <summary>And how sure each was, 0..1.</summary>
    public required ReadOnlySpan<float> Confidences { get; init; }
}
