using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

/// <summary>Whatever happens to a connection, a screen or the server, in whichever phase: points and tasks are as if it had not.</summary>
public class DisturbanceTests
{
    private const int People = 4;

    /// <summary>How many rounds there are where little is missed.</summary>
    private const int FewRounds = 2;

    /// <summary>How many there are where three can be missed.</summary>
    private const int ManyRounds = 5;

    /// <summary>Whose phone it is that is disturbed.</summary>
    private const int Disturbed = 2;

    private static readonly Lazy<Task<Played>> FewUndisturbed = new(() => PlayAsync(RoomPhase.Lobby, null, FewRounds));
    private static readonly Lazy<Task<Played>> ManyUndisturbed = new(() => PlayAsync(RoomPhase.Lobby, null, ManyRounds));

    public enum Disturbance
    {
        CutFor5Seconds,
        CutFor30Seconds,
        CutFor150Seconds,
        Reload,
        TwinTab,
        EverythingTwice,
        LateJoin,
        ScreenReload,
        OtherScreen,
        Restart,
    }

    public static TheoryData<RoomPhase, Disturbance> Cases()
    {
        var cases = new TheoryData<RoomPhase, Disturbance>();
        foreach (var phase in Enum.GetValues<RoomPhase>())
        {
            foreach (var disturbance in Enum.GetValues<Disturbance>())
                cases.Add(phase, disturbance);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Room_Disturbed_HasPointsAndTasksAsIfNothingHadHappened(RoomPhase phase, Disturbance disturbance)
    {
        var isLong = disturbance is Disturbance.CutFor30Seconds or Disturbance.CutFor150Seconds;
        var (rounds, undisturbed) = isLong ? (ManyRounds, ManyUndisturbed) : (FewRounds, FewUndisturbed);
        var (expected, actual) = (await undisturbed.Value, await PlayAsync(phase, disturbance, rounds));
        var lost = expected.Done.Except(actual.Done).ToList();
        // What was asked while the phone was away is lost, and only to that phone.
        Assert.All(lost, task => Assert.Contains(task, actual.Missed));
        Assert.All(lost, task => Assert.Equal(Disturbed, task.Seat));
        if (!isLong)
            Assert.Empty(lost);
        Assert.DoesNotContain(lost, task => task.Round == rounds);
        foreach (var (seat, round) in Enumerable.Range(0, People * rounds).Select(i => (1 + i % People, 1 + i / People)))
        {
            if (!lost.Contains((seat, round, RoomPhase.Draw)))
                Assert.Equal(expected.Won(seat, round, PointReason.Fooled), actual.Won(seat, round, PointReason.Fooled));
            // Who judges what is drawn by lot among those who are there: it is another lot when these are others.
            if (disturbance != Disturbance.LateJoin && !lost.Exists(task => task.Round == round))
            {
                Assert.Equal(expected.Won(seat, round, PointReason.Agreed), actual.Won(seat, round, PointReason.Agreed));
                Assert.Equal(expected.Won(seat, round, PointReason.Known), actual.Won(seat, round, PointReason.Known));
            }
        }

        if (disturbance == Disturbance.LateJoin && phase != RoomPhase.Podium)
            Assert.Contains((People + 1, rounds, RoomPhase.Jury), actual.Done);
    }

    private static async Task<Played> PlayAsync(RoomPhase phase, Disturbance? disturbance, int rounds)
    {
        await using var room = await ScriptedRoom.OpenAsync(People, rounds);
        var (inLobby, inPhase, left) = (0, 0, (int?)null);
        while (room.Room.Phase != RoomPhase.Podium || (disturbance is not null && left != 0))
        {
            if (room.Room.Phase == RoomPhase.Lobby && ++inLobby == 10)
                await room.DoAsync(RoomRules.Screen, id => new StartCommand(id, null, RoomPhase.Lobby));
            if (disturbance is { } begins && left is null && room.Room.Phase == phase && ++inPhase == 3)
                left = 1 + await BeginAsync(room, begins);
            await room.PassAsync();
            if (disturbance is { } ends && left > 0 && --left == 0)
                await EndAsync(room, ends);
            Assert.Equal(RoomPause.None, room.Room.Pause);
        }

        return new Played(room.Done, room.Missed, room.Room.Ledger);
    }

    /// <returns>How many seconds it lasts.</returns>
    private static async Task<int> BeginAsync(ScriptedRoom room, Disturbance disturbance)
    {
        var (phone, screen) = (room.PhoneOf(Disturbed), room.ScreenNow);
        switch (disturbance)
        {
            case Disturbance.CutFor5Seconds or Disturbance.CutFor30Seconds or Disturbance.CutFor150Seconds:
                room.Cut(Disturbed);
                return disturbance switch { Disturbance.CutFor5Seconds => 5, Disturbance.CutFor30Seconds => 30, _ => 150 };
            case Disturbance.Reload:
                room.Live.Connections.Close(phone);
                room.Connect(Disturbed);
                return 0;
            case Disturbance.TwinTab:
                room.Connect(Disturbed);
                Assert.True(phone.Replaced.IsCompleted);
                room.Live.Connections.Close(phone);
                return 0;
            case Disturbance.EverythingTwice:
                room.Repeating = Disturbed;
                await room.DoAsync(Disturbed, id => new MoreTimeCommand(id, On: false));
                return 15;
            case Disturbance.LateJoin:
                var (late, isNew) = await room.Live.JoinAsync("late", "Late", CancellationToken.None);
                Assert.True(isNew);
                room.Connect(late.Number);
                return 0;
            case Disturbance.ScreenReload:
                room.Live.Connections.Close(screen);
                return 3;
            case Disturbance.OtherScreen:
                room.OpenScreen("other");
                Assert.True(screen.Replaced.IsCompleted);
                Assert.True(room.Live.Connections.IsLedByAnother("screen"));
                Assert.False(room.Live.Connections.IsLedByAnother("other"));
                room.Live.Connections.Close(screen);
                return 0;
            default:
                await room.StopAsync();
                return 0;
        }
    }

    private static async Task EndAsync(ScriptedRoom room, Disturbance disturbance)
    {
        switch (disturbance)
        {
            case Disturbance.CutFor5Seconds or Disturbance.CutFor30Seconds or Disturbance.CutFor150Seconds:
                room.Connect(Disturbed);
                break;
            case Disturbance.EverythingTwice:
                room.Repeating = null;
                break;
            case Disturbance.ScreenReload:
                room.OpenScreen("screen");
                break;
            case Disturbance.Restart:
                await room.StartAgainAsync();
                for (var second = 0; second < 3; second++)
                    await room.PassAsync();
                room.OpenScreen("screen");
                for (var seat = 1; seat <= People; seat++)
                    room.Connect(seat);
                break;
        }
    }

    private sealed record Played(
        IReadOnlySet<(int Seat, int Round, RoomPhase Phase)> Done, IReadOnlySet<(int Seat, int Round, RoomPhase Phase)> Missed,
        IReadOnlyList<PointEntry> Ledger)
    {
        public int Won(int seat, int round, PointReason reason) =>
            Ledger.Where(entry => entry.Seat == seat && entry.Round == round && entry.Reason == reason).Sum(entry => entry.Points);
    }
}
