using GameNight.Experiments;

namespace GameNight.Play.Rounds;

/// <summary>What a player has reached since the page was opened. It survives a reload.</summary>
public sealed record PlaySession
{
    /// <summary>An algorithm, or <see cref="Surprise.Id"/>; null until the player chooses.</summary>
    public string? Chosen { get; init; }

    /// <summary>Drawings that were marked.</summary>
    public int Drawn { get; init; }

    /// <summary>Those of them that the contestant had right.</summary>
    public int Recognised { get; init; }

    /// <summary>Whether the game asks for digits.</summary>
    public bool Challenge { get; init; }

    /// <summary>The digit that a challenge asks for.</summary>
    public int Asked { get; init; }

    /// <summary>Challenges met in a row.</summary>
    public int Streak { get; init; }

    public int BestStreak { get; init; }

    public PlaySession Marked(bool recognised) => this with { Drawn = Drawn + 1, Recognised = Recognised + (recognised ? 1 : 0) };

    /// <summary>The player takes back a mark.</summary>
    public PlaySession Corrected(bool before, bool now) => this with { Recognised = Recognised + (now ? 1 : 0) - (before ? 1 : 0) };

    public PlaySession Challenged(bool recognised, Random random)
    {
        var streak = recognised ? Streak + 1 : 0;
        return (Marked(recognised) with { Streak = streak, BestStreak = Math.Max(BestStreak, streak) }).AskNext(random);
    }

    public PlaySession Switched(bool challenge, Random random) => (this with { Challenge = challenge, Streak = 0 }).AskNext(random);

    /// <summary>Another digit than the one before.</summary>
    private PlaySession AskNext(Random random) => this with { Asked = (Asked + random.Next(1, 10)) % 10 };
}
