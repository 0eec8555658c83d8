using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using GameNight.Identity.Access;
using GameNight.Limits;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;
using GameNight.Rooms.Names;
using Microsoft.AspNetCore.Authorization;

namespace GameNight.Rooms.Calls;

/// <summary>
/// Finds the room that a call names. Who guesses codes is stopped after ten wrong ones a minute; who sits in the room, or has its
/// screen, is not, although all at a party share one address.
/// </summary>
public sealed class RoomDoor(RoomDirectory rooms, RoomClaims claims, RoomOptions options, IAuthorizationService authorization)
    : IDisposable
{
    private const int WrongPerMinute = 10;

    private readonly PartitionedRateLimiter<string> _wrong = NamedLimits.Create<string>(
        address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = WrongPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>The room with a code, for a caller.</summary>
    /// <param name="code">As it was typed.</param>
    /// <param name="context">The call.</param>
    /// <param name="stageKey">The secret that the caller says to be the screen's; null where it says none.</param>
    /// <exception cref="RoomRefusedException">No such room, or it is played elsewhere, or too many wrong codes were tried.</exception>
    public async Task<LiveRoom> FindAsync(string code, HttpContext context, string? stageKey = null)
    {
        var live = RoomCode.Read(code) is { } read ? rooms.Find(read) : null;
        if (live is not null && (SeatOf(live.Current.Room, context) is not null || IsStage(live.Current.Room, stageKey)))
            return live;
        var address = ClientAddress.Of(context);
        using var ticket = _wrong.AttemptAcquire(address, permitCount: 0);
        if (!ticket.IsAcquired)
            throw TooMany();
        if (live is not null)
            return live;
        if (RoomCode.Read(code) is { } gone)
            await RefuseAsync(gone, context);
        using var attempt = _wrong.AttemptAcquire(address);
        throw attempt.IsAcquired
            ? RoomRefusedException.NotFound("There's no room with this code. Look at the screen again: it's four letters.")
            : TooMany();
    }

    /// <summary>The caller's seat; null for who has none.</summary>
    public static Seat? SeatOf(Room room, HttpContext context) =>
        context.User.FindPlayerId() is { } player ? room.SeatOf(player) : null;

    /// <summary>Whether the caller may do what the screen may: it has the secret, or is the host.</summary>
    /// <exception cref="RoomRefusedException">It says a secret that is wrong.</exception>
    public async Task<bool> MayLeadAsync(Room room, string? stageKey, HttpContext context)
    {
        if (stageKey is null)
            return await IsHostAsync(context);
        return IsStage(room, stageKey)
            ? true
            : throw RoomRefusedException.Forbidden("That isn't the key of this room's screen. Open the screen from its own link.");
    }

    public async Task<bool> IsHostAsync(HttpContext context) =>
        (await authorization.AuthorizeAsync(context.User, context, HostPolicy.Name)).Succeeded;

    public void Dispose() => _wrong.Dispose();

    private static bool IsStage(Room room, string? stageKey) => stageKey is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stageKey), Encoding.UTF8.GetBytes(room.StageKey));

    private static RoomRefusedException TooMany() => new(
        StatusCodes.Status429TooManyRequests, $"That's {WrongPerMinute} wrong codes in a minute. Wait a minute, then try again.",
        retryAfter: TimeSpan.FromMinutes(1));

    /// <summary>Refuses the code of a room that has ended here, or is played by another process.</summary>
    private async Task RefuseAsync(string code, HttpContext context)
    {
        if (rooms.HasEnded(code))
            throw RoomRefusedException.NotFound("This room has ended.");
        var (isThere, address) = await claims.FindAsync(code, context.RequestAborted);
        // A claim of this process without its room was left behind by a crash.
        if (!isThere || (address is not null && address == options.NodeAddress))
            return;
        using var attempt = _wrong.AttemptAcquire(ClientAddress.Of(context));
        if (!attempt.IsAcquired)
            throw TooMany();
        var elsewhere = address is null ? null : new Uri(address, $"/rooms/{code}");
        throw new RoomRefusedException(
            StatusCodes.Status421MisdirectedRequest,
            elsewhere is null ? "This room is played on another machine. Scan the code on its screen." : $"This room is at {elsewhere}")
        {
            Elsewhere = elsewhere,
        };
    }
}
