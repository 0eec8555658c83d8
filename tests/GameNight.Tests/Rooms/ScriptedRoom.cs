using GameNight.Rooms.Fool;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;
using GameNight.Rooms.Views;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Rooms;

/// <summary>
/// A live room on the disk, with a clock of the test's own, in which phones do as they are told, always the same. Each sees its own
/// snapshots only, and nothing while it is cut off.
/// </summary>
internal sealed class ScriptedRoom : IAsyncDisposable
{
    /// <summary>So long after the beginning of a phase everybody does what it asks for.</summary>
    private const int Thought = 8;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly RoomFile _file;
    private readonly Dictionary<int, RoomConnection> _phones = [];
    private RoomConnection? _screen;
    private CancellationTokenSource _stopping = new();
    private Task _running;
    private int _commands;
    private (int Round, RoomPhase Phase) _phase = (0, RoomPhase.Lobby);

    private ScriptedRoom(Room room)
    {
        _file = new RoomFile(_folder.Path, [new FoolMode()]);
        Live = Begin(room);
        _running = Live.RunAsync(_stopping.Token);
    }

    public LiveRoom Live { get; private set; }

    public Room Room => Live.Current.Room;

    /// <summary>What each seat was asked to do, and has done.</summary>
    public HashSet<(int Seat, int Round, RoomPhase Phase)> Done { get; } = [];

    /// <summary>Phases that have begun or ended while a seat was cut off.</summary>
    public HashSet<(int Seat, int Round, RoomPhase Phase)> Missed { get; } = [];

    /// <summary>The seat that sends everything twice; null for none.</summary>
    public int? Repeating { get; set; }

    public static async Task<ScriptedRoom> OpenAsync(int people, int rounds)
    {
        var table = new Table(people, rounds, seed: 7);
        var scripted = new ScriptedRoom(table.Room);
        await scripted._file.SaveAsync(table.Room);
        scripted.OpenScreen("screen");
        for (var seat = 1; seat <= people; seat++)
            scripted.Connect(seat);
        return scripted;
    }

    public RoomConnection OpenScreen(string id) => _screen = Live.Connections.Open(seat: null, id);

    public RoomConnection ScreenNow => _screen!;

    public RoomConnection PhoneOf(int seat) => _phones[seat];

    public void Connect(int seat) => _phones[seat] = Live.Connections.Open(seat, id: null);

    public void Cut(int seat)
    {
        Live.Connections.Close(_phones[seat]);
        _phones.Remove(seat);
    }

    /// <summary>Stops the game; phones and the screen lose it.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _phones.Clear();
    }

    /// <summary>Starts the game again, on what was written.</summary>
    public async Task StartAgainAsync()
    {
        _clock.Pass(TimeSpan.FromMinutes(1));
        var room = await _file.ReadAsync(Room.Code, CancellationToken.None);
        _stopping.Dispose();
        _stopping = new CancellationTokenSource();
        Live = Begin(RoomRules.Restore(room, _clock.GetUtcNow()));
        _running = Live.RunAsync(_stopping.Token);
    }

    /// <summary>Sends a command of a seat or the screen, or the same twice.</summary>
    public async Task DoAsync(int caller, Func<string, RoomCommand> command)
    {
        var sent = command($"command {++_commands}");
        var first = Live.CommandAsync(caller, sent, CancellationToken.None);
        if (caller == Repeating)
            Assert.Equal(await first, await Live.CommandAsync(caller, sent, CancellationToken.None));
        (await first).Require();
    }

    /// <summary>Lets a second pass, and those who are connected act.</summary>
    public async Task PassAsync()
    {
        if (_running.IsCompleted)
            return;
        _clock.Pass(Step);
        await SettleAsync();
        await Task.WhenAll(_phones.Keys.Order().SelectMany(Act).ToList());
        await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
        _folder.Dispose();
    }

    private LiveRoom Begin(Room room) => new(room, new RoomRules(new FoolMode(), 1), 1, _file, _clock, NullLogger.Instance);

    /// <summary>Waits until the room has done all that came before.</summary>
    private async Task SettleAsync()
    {
        await Live.ChangeAsync(room => room, CancellationToken.None);
        var now = (Room.Round, Room.Phase);
        if (now == _phase)
            return;
        foreach (var seat in Room.Seats.Where(seat => !_phones.ContainsKey(seat.Number)))
            Missed.UnionWith([(seat.Number, _phase.Round, _phase.Phase), (seat.Number, now.Round, now.Phase)]);
        _phase = now;
    }

    private List<Task> Act(int seat)
    {
        var (room, presence) = (Room, Live.Current.Presence);
        var view = new SnapshotBuilder(Live.Rules, join: null).Build(room, room.Version, seat, _clock.GetUtcNow(), presence);
        if (view.Task is null)
            return [];
        var began = view.Deadline - TimeSpan.FromSeconds(view.Seconds!.Value);
        if (view.Paused || _clock.GetUtcNow() < began + Thought * Step)
            return [];
        Done.Add((seat, room.Round, room.Phase));
        return view.Task switch
        {
            DrawTaskView draw => [DoAsync(seat, id => Draw(id, room, seat, draw.Digit))],
            VoteTaskView vote => [.. vote.Drawings.Select(ballot => DoAsync(seat, id => Vote(id, room, seat, ballot.Drawing)))],
            _ => throw new InvalidOperationException($"{view.Task} is no task of this mode."),
        };
    }

    /// <summary>Seat 1 fools a machine, seat 2 two, the others none.</summary>
    private DrawCommand Draw(string id, Room room, int seat, int digit)
    {
        int[] guesses = [seat <= 2 ? (digit + 1) % 10 : digit, seat == 2 ? (digit + 2) % 10 : digit];
        var play = Table.PlayOf(room, seat, Live.Rules.Mode.TaskOf(room, seat)!, guesses, _clock.GetUtcNow());
        return new DrawCommand(id, room.Round, play.Ink!, play);
    }

    /// <summary>Seat 3 misreads drawings that are known; else, everybody reads what is there.</summary>
    private static VoteCommand Vote(string id, Room room, int seat, Guid drawing)
    {
        var known = room.Known.Find(one => one.Id == drawing);
        var digit = known?.Digit ?? room.Drawings.Find(one => one.Id == drawing)!.Asked;
        return new VoteCommand(id, room.Round, drawing, known is not null && seat == 3 ? (digit + 1) % 10 : digit);
    }
}
