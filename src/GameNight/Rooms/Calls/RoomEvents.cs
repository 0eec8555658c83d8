using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using GameNight.Http;
using GameNight.Joining;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;
using GameNight.Rooms.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Rooms.Calls;

/// <summary>The stream of snapshots that each phone and the screen follow (WHATWG HTML, "Server-sent events").</summary>
public static class RoomEvents
{
    /// <summary>After this time without a change the same snapshot comes again, so that dead connections are noticed.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Changes that follow each other more quickly come as one; the first of them comes at once.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    public static void Map(RouteGroupBuilder rooms) => rooms.MapGet("/{code}/events", FollowAsync)
        .WithName("FollowRoom").WithSummary("Follow a room")
        .WithDescription(
            "Server-sent events, each a whole snapshot for the caller: a seat by its cookie, or the screen by its key. An event of the "
            + "type replaced says that a newer connection of the same seat has taken over, one of the type ended that the room is no more.")
        .WithParameter("code", "The room's code.", "BCDF")
        .WithParameter("stageKey", "The secret of the screen; a phone has none.", "00112233445566778899aabbccddeeff")
        .WithParameter("screen", "Any id of the screen, which its commands give, too: the newest screen leads.", "s1")
        .WithExample(
            () => new { data = new { version = 17, phase = "draw" }, eventType = "message", eventId = "17" }, "text/event-stream")
        .ProducesProblem(403).ProducesProblem(404).ProducesProblem(429);

    private static async Task<ServerSentEventsResult<object>> FollowAsync(
        string code, HttpContext context, RoomDoor door, RoomDirectory rooms, JoinAddress addresses, TimeProvider clock,
        string? stageKey = null, string? screen = null,
        [Description("When a phone opened this, in milliseconds by its own clock: its latest connection counts.")] long? opened = null)
    {
        var live = await door.FindAsync(code, context, stageKey);
        var room = live.Current.Room;
        var seat = stageKey is null ? RoomDoor.SeatOf(room, context) : null;
        if (seat is null && !(stageKey is not null && await door.MayLeadAsync(room, stageKey, context)))
            throw RoomRefusedException.Forbidden("You have no seat in this room. Join it first.");
        if (seat is { HasLeft: true })
            throw RoomRefusedException.Forbidden("You left this room. Join it to come back.");
        var here = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var join = addresses.Find(here) is { } address ? new Uri(address, $"/rooms/{room.Code}").ToString() : null;
        // A proxy that collects answers would hold the events back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Response.Headers.CacheControl = "no-store";
        var follower = new Follower(live, new SnapshotBuilder(live.Rules, join), clock);
        return TypedResults.ServerSentEvents(follower.FollowAsync(
            seat?.Number, screen, opened, rooms.Stopping, context.RequestAborted));
    }

    private sealed class Follower(LiveRoom live, SnapshotBuilder builder, TimeProvider clock)
    {
        public async IAsyncEnumerable<SseItem<object>> FollowAsync(
            int? seat, string? screen, long? opened, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
            var connection = live.Connections.Open(seat, screen, opened);
            try
            {
                while (!ending.IsCancellationRequested)
                {
                    var (current, room) = (live.Current, live.Current.Room);
                    if (room.HasEnded)
                    {
                        yield return new SseItem<object>(new { reason = "This room has ended." }, "ended");
                        yield break;
                    }

                    if (seat is { } number && room.Seats.Find(one => one.Number == number) is not { HasLeft: false })
                    {
                        var hasLeft = room.Seats.Exists(one => one.Number == number);
                        var reason = hasLeft ? "You left this room." : "You were kicked from this room.";
                        yield return new SseItem<object>(new { reason }, "ended");
                        yield break;
                    }

                    yield return new SseItem<object>(builder.Build(room, room.Version, seat, clock.GetUtcNow(), current.Presence))
                    {
                        EventId = room.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    };
                    await WaitAsync(connection.Replaced, Gathering, ending.Token);
                    await WaitAsync(Task.WhenAny(current.Superseded, connection.Replaced), Heartbeat - Gathering, ending.Token);
                    if (connection.Replaced.IsCompleted)
                    {
                        yield return new SseItem<object>(new { }, "replaced");
                        yield break;
                    }
                }
            }
            finally
            {
                live.Connections.Close(connection);
            }
        }

        /// <summary>Waits for a task, for so long at most; unlike a delay beside it, nothing of this waits on.</summary>
        private async Task WaitAsync(Task task, TimeSpan most, CancellationToken ending) =>
            await task.WaitAsync(most, clock, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
