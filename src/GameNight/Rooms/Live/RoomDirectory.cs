using System.Collections.Concurrent;
using System.Security.Cryptography;
using GameNight.Identity.Erasure;
using GameNight.Limits;
using GameNight.Rooms.Game;
using GameNight.Rooms.Names;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <summary>
/// The rooms of this process: opened here, found by their codes, and taken up again after a restart. Safe for concurrent use.
/// </summary>
public sealed partial class RoomDirectory(
    IEnumerable<IRoomMode> modes, RoomOptions options, RoomFile file, RoomChores chores, RoomClaims claims, TimeProvider clock,
    ILogger<RoomDirectory> log) : IHostedLifecycleService, IErasable, IDisposable
{
    /// <summary>How many rooms there may be at once.</summary>
    public const int MostRooms = 25;

    /// <summary>How many of these people who are not the host may open from one address, but for those at the machine itself.</summary>
    public const int MostRoomsOfOne = 5;

    /// <summary>How many rounds a game may have.</summary>
    public const int MostRounds = 20;

    private readonly ConcurrentDictionary<string, LiveRoom> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _openers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _opening = new(1, 1);

    /// <summary>The ids of the modes that a room can be opened with.</summary>
    public IReadOnlyList<string> Modes { get; } = [.. modes.Select(mode => mode.Id)];

    /// <summary>The rooms that are open here, in the order of their codes.</summary>
    public IReadOnlyList<LiveRoom> Open => [.. _rooms.OrderBy(room => room.Key, StringComparer.Ordinal).Select(room => room.Value)];

    /// <summary>Cancelled when the game stops: event streams end then.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Opens a room, which is on the disk when the task completes.</summary>
    /// <param name="mode">A mode's id.</param>
    /// <param name="rounds">1 to <see cref="MostRounds"/>; null for the mode's usual number.</param>
    /// <param name="opener">The address of who opens it; null for the host.</param>
    /// <param name="cancellation">Keeps it from being opened.</param>
    /// <exception cref="RoomRefusedException">There are too many rooms, or there is no such mode.</exception>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public async Task<LiveRoom> OpenAsync(string mode, int? rounds, string? opener, CancellationToken cancellation)
    {
        if (modes.FirstOrDefault(one => one.Id == mode) is not { } found)
            throw RoomRefusedException.Invalid("mode", $"A mode is one of {string.Join(", ", Modes)}.");
        if (rounds is < 1 or > MostRounds)
            throw RoomRefusedException.Invalid("rounds", $"A game has 1 to {MostRounds} rounds.");
        await _opening.WaitAsync(cancellation);
        try
        {
            await TakeUpAsync(cancellation);
            if (!_isOwner)
                throw RoomRefusedException.Conflict("Another game that runs here has the rooms. Open it there.");
            RequirePlace(opener);
            var stageKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var (code, until) = await ChooseCodeAsync(stageKey, cancellation);
            var room = new Room
            {
                Code = code,
                StageKey = stageKey,
                ClaimedUntil = until,
                Mode = mode,
                Rounds = rounds ?? found.UsualRounds,
                IsByHost = opener is null,
                Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
                LastAct = clock.GetUtcNow(),
                Written = clock.GetUtcNow(),
            };
            try
            {
                await file.SaveAsync(room);
            }
            catch (StoreException)
            {
                await claims.ReleaseAsync(room.Code, room.StageKey, cancellation);
                throw;
            }

            if (opener is not null)
                _openers[room.Code] = opener;
            return Begin(room, found);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>The room with this code; null where there is none in this process.</summary>
    public LiveRoom? Find(string code) => _rooms.GetValueOrDefault(code);

    /// <summary>Whether a room with this code has ended here not long ago.</summary>
    public bool HasEnded(string code) => _ended.ContainsKey(code);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before anything else stops: the web server would wait for the event streams, which end with this.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll([_takingUp, .. _running.Values]).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        // A room that has ended is put away, and the store refuses what it still has of the player.
        foreach (var live in _rooms.Values.Where(live => !live.Current.Room.HasEnded))
        {
            if (!ReferenceEquals(Forget(live.Current.Room), live.Current.Room))
                await live.ChangeAsync(Forget, cancellation);

            // By the time of each: who plays again after a deletion keeps that, and another game may have carried the deletion out.
            Room Forget(Room room) => live.Rules.Forget(room, scope.Covers, scope.Drawings);
        }
    }

    /// <inheritdoc/>
    public Task<bool> HasAsync(string player, CancellationToken cancellation) =>
        Task.FromResult(_rooms.Values.Any(live => PlayersOf(live.Current.Room).Contains(player)));

    public void Dispose()
    {
        _stopping.Dispose();
        _opening.Dispose();
    }

    private void RequirePlace(string? opener)
    {
        if (_rooms.Count >= MostRooms)
            throw RoomRefusedException.Conflict($"{MostRooms} rooms are open here, which is all there are. Wait until one ends.");
        if (opener is not (null or ClientAddress.Here) && _openers.Count(room => room.Value == opener) >= MostRoomsOfOne)
        {
            throw RoomRefusedException.Conflict(
                $"{MostRoomsOfOne} rooms are open from your network already, which is the most. End one on its screen, then try again.");
        }
    }

    private static IEnumerable<string> PlayersOf(Room room) =>
    [
        .. room.Seats.Select(seat => seat.Player), .. room.Kicked.Keys,
        .. room.Known.Select(known => known.Source?.Player).OfType<string>(),
        .. room.Judged.SelectMany(play => play.Votes.Select(vote => vote.Player).Prepend(play.Player)),
    ];

    private async Task<(string Code, DateTimeOffset Until)> ChooseCodeAsync(string stageKey, CancellationToken cancellation)
    {
        while (true)
        {
            var code = RoomCode.Next(Random.Shared);
            if (!_rooms.ContainsKey(code) && !_ended.ContainsKey(code)
                && await claims.TryClaimAsync(code, stageKey, cancellation) is { } until)
            {
                return (code, until);
            }
        }
    }

    private LiveRoom Begin(Room room, IRoomMode mode)
    {
        var live = new LiveRoom(room, new RoomRules(mode, options.Pace), options.Pace, file, clock, log);
        _rooms[room.Code] = live;
        _running[room.Code] = PlayAsync(live, room.Code);
        return live;
    }

    private async Task PlayAsync(LiveRoom live, string code)
    {
        // The caller goes on at once: the first turn may take as long as the disk wants.
        await Task.Yield();
        try
        {
            await Task.WhenAll(live.RunAsync(Stopping), chores.RunAsync(live, Stopping));
        }
        catch (Exception e)
        {
            LogFailed(code, e);
        }

        if (!live.Current.Room.HasEnded)
            return;
        _ended[code] = clock.GetUtcNow();
        _rooms.TryRemove(code, out _);
        _openers.TryRemove(code, out _);
        _running.TryRemove(code, out _);
        foreach (var (old, _) in _ended.OrderByDescending(ended => ended.Value).Skip(10 * MostRooms))
            _ended.TryRemove(old, out _);
    }

    [LoggerMessage(LogLevel.Error, "The room {Code} has failed, and stands still until the game is started again")]
    private partial void LogFailed(string code, Exception exception);
}
