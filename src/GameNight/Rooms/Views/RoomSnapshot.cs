using GameNight.Observations.Store;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Views;

/// <summary>All that one caller may know of a room at a moment; each message of the event stream is one.</summary>
public sealed record RoomSnapshot
{
    /// <summary>Higher than that of every snapshot before.</summary>
    public required long Version { get; init; }

    /// <summary>The server's time, by which <see cref="Deadline"/> is to be read: phones' clocks may be wrong.</summary>
    public required DateTimeOffset ServerTime { get; init; }

    public required string Code { get; init; }

    public required string Mode { get; init; }

    public required RoomPhase Phase { get; init; }

    /// <summary>The step of the round; null in the lobby and on the podium.</summary>
    public string? Step { get; init; }

    public bool Paused { get; init; }

    /// <summary>Null where it is not paused.</summary>
    public RoomPause? PausedBecause { get; init; }

    /// <summary>When the phase ends for the caller at the latest; null where the clock does not run.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>How long the phase is for the caller; null where it has no end.</summary>
    public double? Seconds { get; init; }

    /// <summary>Which game of the room it is, from 1; 0 before the first one.</summary>
    public int Game { get; init; }

    /// <summary>0 in the lobby.</summary>
    public int Round { get; init; }

    public int Rounds { get; init; }

    public bool Locked { get; init; }

    /// <summary>Whether the screen has been away for long.</summary>
    public bool ScreenGone { get; init; }

    /// <summary>The caller; null for the screen.</summary>
    public CallerView? You { get; init; }

    /// <summary>Everybody who is in the room, in the order of coming.</summary>
    public required IReadOnlyList<PlayerView> Players { get; init; }

    /// <summary>How many have done what the phase asks of them; null in phases that ask for nothing.</summary>
    public ProgressView? Progress { get; init; }

    public Twist Twist { get; init; }

    /// <summary>The teams; null where everybody plays alone.</summary>
    public IReadOnlyList<Team>? Teams { get; init; }

    /// <summary>What the caller has to do now; null for nothing.</summary>
    public TaskView? Task { get; init; }

    /// <summary>The round's drawings, the best first; null before the reveal.</summary>
    public IReadOnlyList<RevealView>? Reveal { get; init; }

    /// <summary>People against machines; null before the first reveal.</summary>
    public MachinesView? Machines { get; init; }

    /// <summary>What the caller, or the caller's team, got for judging in this round; null before the reveal, and for the screen.</summary>
    public JuryView? JuryPoints { get; init; }

    /// <summary>Everybody, the winner first; null before the end of the game.</summary>
    public IReadOnlyList<PodiumView>? Podium { get; init; }

    public IReadOnlyList<AwardView>? Awards { get; init; }

    /// <summary>Where phones join; null where nobody but this machine can.</summary>
    public string? Join { get; init; }
}
