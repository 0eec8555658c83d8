using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Projection;

namespace GameNight.Components;

/// <summary>How a contestant looks everywhere: cards, bars and charts. A colour is never the only sign.</summary>
/// <param name="Colour">A CSS colour that fits the theme (Okabe and Ito's palette, for guests three after Paul Tol's).</param>
/// <param name="Shape">The name of its marker.</param>
/// <param name="Dash">The dashes of its line, as in SVG; empty for an unbroken one.</param>
public sealed record ContestantLook(string Colour, string Shape, string Dash)
{
    /// <summary>The colour of whoever wears the mask.</summary>
    public const string Mystery = "var(--marker)";

    /// <summary>Whether its marker is an outline only: a version on trial.</summary>
    public bool IsHollow { get; init; }

    /// <summary>In the order of the seats.</summary>
    private static readonly ContestantLook[] Regulars =
    [
        new("var(--contestant-blue)", "circle", ""),
        new("var(--contestant-orange)", "square", "8 4"),
        new("var(--contestant-green)", "triangle", "2 4"),
        new("var(--contestant-red)", "diamond", "12 4 2 4"),
        new("var(--contestant-purple)", "star", "6 2"),
        new("var(--contestant-sky)", "cross", "1 3"),
        new("var(--contestant-grey)", "hexagon", "16 4"),
    ];

    private static readonly ContestantLook[] Guests =
    [
        new("var(--guest-wine)", "turned-triangle", "10 3 3 3"),
        new("var(--guest-olive)", "hourglass", "4 2"),
        new("var(--guest-indigo)", "pentagon", "2 2 8 2"),
    ];

    /// <summary>Those of versions on trial: wider gaps than anybody in service has.</summary>
    private static readonly string[] TrialDashes = ["6 7", "2 7", "12 7"];

    /// <summary>Depends on the name alone, so that a contestant keeps its look when others come and go. A version on trial has its algorithm's colour and shape.</summary>
    /// <param name="name">An algorithm's id or the name of a <see cref="Series"/>.</param>
    public static ContestantLook Of(string name) => Series.Parse(name) switch
    {
        (var algorithm, { } version) => OfAlgorithm(algorithm) with { Dash = TrialDashes[version.Sum(letter => letter) % TrialDashes.Length], IsHollow = true },
        var (algorithm, _) => OfAlgorithm(algorithm),
    };

    private static ContestantLook OfAlgorithm(string algorithm)
    {
        for (var seat = 0; seat < Regulars.Length; seat++)
        {
            if (Contestants.Regulars[seat] == algorithm)
                return Regulars[seat];
        }

        return Guests[algorithm.Sum(letter => letter) % Guests.Length];
    }
}
