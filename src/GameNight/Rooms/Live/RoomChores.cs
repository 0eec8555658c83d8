using GameNight.Play.Rounds;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Live;

/// <summary>
/// What is done for a room beside the game: judged drawings become observations, from which the contestants learn, what the mode needs of
/// machines and stores is fetched, and what is left of a room that has ended is put away.
/// </summary>
public sealed partial class RoomChores(
    PlayService plays, IEnumerable<IRoomPreparation> preparations, RoomFile file, RoomClaims claims, TimeProvider clock,
    ILogger<RoomChores> log)
{
    /// <summary>After a failure, such as a store that is away.</summary>
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    /// <summary>Does what there is to do, whenever the room has changed, until it has ended and is put away.</summary>
    /// <param name="live">The room.</param>
    /// <param name="stopping">Ends it before, without an exception.</param>
    public async Task RunAsync(LiveRoom live, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var seen = live.Current;
                if (await TryDoAsync(live, seen.Room, stopping))
                {
                    if (seen.Room.HasEnded)
                        return;
                    await seen.Superseded.WaitAsync(stopping);
                }
                else
                {
                    await Task.Delay(RetryPause, clock, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is left to do is in the room's file.
        }
    }

    private async Task<bool> TryDoAsync(LiveRoom live, Room room, CancellationToken cancellation)
    {
        try
        {
            var stored = new HashSet<Guid>();
            foreach (var id in room.Judged.Select(play => play.Id))
            {
                // As it is by now: a drawing, or a vote on it, that was deleted meanwhile is not to come back.
                if (live.Current.Room.Judged.Find(play => play.Id == id) is { } play)
                    await plays.RecordAsync(play, cancellation);
                stored.Add(id);
            }

            if (room.HasEnded)
            {
                file.Delete(room.Code);
                await claims.ReleaseAsync(room.Code, room.StageKey, cancellation);
                return true;
            }

            if (stored.Count > 0)
            {
                await live.ChangeAsync(
                    now => now with { Judged = now.Judged.RemoveAll(play => stored.Contains(play.Id)), Version = now.Version + 1 },
                    cancellation);
            }

            foreach (var preparation in preparations)
            {
                if (await preparation.FindAsync(room, cancellation) is { } prepare)
                    await live.ChangeAsync(now => prepare(now) with { Version = now.Version + 1 }, cancellation);
            }

            await KeepClaimAsync(live, room, cancellation);
            return true;
        }
        catch (RoomRefusedException) when (live.Current.Room.HasEnded)
        {
            // It ended meanwhile; it is looked at again, and put away.
            return false;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is, the room plays on, and this is tried again.
            LogPostponed(room.Code, e);
            return false;
        }
    }

    /// <summary>Renews the room's claim on its code. A room that has lost it is over: another one has the code.</summary>
    private async Task KeepClaimAsync(LiveRoom live, Room room, CancellationToken cancellation)
    {
        if (room.ClaimedUntil is not { } known || !claims.IsDue(known))
            return;
        var until = await claims.TryClaimAsync(room.Code, room.StageKey, cancellation);
        await live.ChangeAsync(now => now with { ClaimedUntil = until ?? clock.GetUtcNow(), Version = now.Version + 1 }, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "What is to be done for the room {Code} is not done yet. Nothing is lost, and it is tried again")]
    private partial void LogPostponed(string code, Exception exception);
}
