using GameNight.Rooms.Game;

namespace GameNight.Rooms.Live;

/// <summary>Who is connected to a room: of each seat, and of the screen, the newest connection counts. Safe for concurrent use.</summary>
/// <param name="pace">By which the times are multiplied.</param>
/// <param name="clock">The clock.</param>
public sealed class RoomConnections(double pace, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, RoomConnection> _phones = [];
    private readonly Dictionary<int, DateTimeOffset> _leftAt = [];
    private RoomConnection? _screen;
    private DateTimeOffset? _screenLeftAt;

    /// <summary>
    /// For so long a phone that was cut off counts as connected: it may come back in a moment, and the others are not to move on
    /// without it.
    /// </summary>
    private readonly TimeSpan _grace = TimeSpan.FromSeconds(10 * pace);

    /// <summary>After this time without a screen a game waits for it.</summary>
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(20 * pace);

    /// <summary>Raised, on any thread, when somebody has come or gone.</summary>
    public event Action? Changed;

    /// <summary>Takes seats for connected until it is known better: after a start everybody is on the way back.</summary>
    public void Expect(IEnumerable<int> seats)
    {
        lock (_lock)
        {
            foreach (var seat in seats)
                _leftAt[seat] = clock.GetUtcNow();
        }
    }

    /// <summary>
    /// Takes the screen for away, where the room had one before the game was stopped or killed: now, or long ago if the room was waiting
    /// for it then.
    /// </summary>
    public void ExpectScreen(Room room)
    {
        lock (_lock)
        {
            if (room.HadScreen)
                _screenLeftAt ??= room.Pause == RoomPause.Gone ? DateTimeOffset.MinValue : clock.GetUtcNow();
        }
    }

    /// <summary>Whether a screen is connected.</summary>
    public bool HasScreen
    {
        get
        {
            lock (_lock)
                return _screen is not null;
        }
    }

    /// <summary>
    /// Opens a connection, which replaces an earlier one; or is replaced at once where the phone has opened the other one later. Requests
    /// of a page that is loaded again may overtake each other.
    /// </summary>
    /// <param name="seat">The seat's number; null for the screen.</param>
    /// <param name="id">The id of the screen; null for a phone.</param>
    /// <param name="opened">When the phone opened it, by its own clock in milliseconds; null for the latest.</param>
    public RoomConnection Open(int? seat, string? id, long? opened = null)
    {
        var connection = new RoomConnection(seat, id, opened);
        RoomConnection? earlier;
        lock (_lock)
        {
            if (seat is { } number)
            {
                earlier = _phones.GetValueOrDefault(number);
                if (earlier is not null && connection.IsOlderThan(earlier))
                {
                    connection.Replace();
                    return connection;
                }

                _phones[number] = connection;
            }
            else
            {
                earlier = _screen;
                _screen = connection;
            }
        }

        earlier?.Replace();
        Changed?.Invoke();
        return connection;
    }

    /// <summary>Closes a connection. Where it was replaced already, nobody has gone.</summary>
    public void Close(RoomConnection connection)
    {
        lock (_lock)
        {
            if (connection.Seat is { } seat && _phones.GetValueOrDefault(seat) == connection)
            {
                _phones.Remove(seat);
                _leftAt[seat] = clock.GetUtcNow();
            }
            else if (_screen == connection)
            {
                (_screen, _screenLeftAt) = (null, clock.GetUtcNow());
            }
            else
            {
                return;
            }
        }

        Changed?.Invoke();
    }

    /// <summary>Whether another screen than the one with this id leads the room.</summary>
    public bool IsLedByAnother(string screen)
    {
        lock (_lock)
            return _screen?.Id is { } id && id != screen;
    }

    /// <summary>Who is there at a moment.</summary>
    public Presence At(DateTimeOffset now)
    {
        lock (_lock)
        {
            var recent = _leftAt.Where(left => now < left.Value + _grace).Select(left => left.Key);
            return new Presence(_phones.Keys.Concat(recent).ToHashSet(), _screen is null && now >= _screenLeftAt + _patience);
        }
    }

    /// <summary>When it next changes by time alone who counts as there; null where it does not.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        lock (_lock)
        {
            var times = _leftAt.Where(left => !_phones.ContainsKey(left.Key)).Select(left => left.Value + _grace);
            if (_screen is null && _screenLeftAt is { } leftAt)
                times = times.Append(leftAt + _patience);
            return times.Where(time => time > now).Select(time => (DateTimeOffset?)time).Min();
        }
    }
}
