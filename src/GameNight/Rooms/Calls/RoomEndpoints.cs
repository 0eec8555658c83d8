using GameNight.Drawing;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Joining;
using GameNight.Limits;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Rooms.Calls;

/// <summary>The calls of phones and screens.</summary>
public static class RoomEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/rooms").WithTag("Rooms", "A game night together: one screen, many phones.")
            .WithMetadata(new PartyCallAttribute());
        group.MapPost("", OpenAsync).WithName("OpenRoom").WithSummary("Open a room")
            .WithDescription("For the host; for everybody where GameNight:Rooms:WhoMayOpen is Anybody.")
            .WithRequestExample("five rounds", () => new OpenRequest("fool", 5))
            .WithExample(() => Example)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(503);
        group.MapGet("/{code}", LinksAsync).RequireAuthorization(HostPolicy.Name)
            .WithName("FindRoom").WithSummary("The addresses of a room")
            .WithDescription("Opens a screen again that was closed. For the host.")
            .WithParameter("code", "The room's code.", "BCDF").WithExample(() => Example)
            .ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(429);
        group.MapPost("/{code}/seats", JoinAsync).WithName("JoinRoom").WithSummary("Take a seat")
            .WithDescription("The seat belongs to the player's cookie, which a caller without one is given. Again: the same seat.")
            .WithParameter("code", "The room's code.", "BCDF")
            .WithRequestExample("a name", () => new SeatRequest("Ann")).WithExample(() => new SeatResponse(1, "Ann"))
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(429).ProducesProblem(503);
        group.MapPost("/{code}/commands", CommandAsync).WithName("CommandRoom").WithSummary("Draw, vote, lead the game")
            .WithDescription("The same id again changes nothing and is answered the same.")
            .WithParameter("code", "The room's code.", "BCDF")
            .WithRequestExample("draw", () => new { id = "a1", kind = "draw", round = 1, strokes = ExampleDrawings.Seven })
            .WithRequestExample("vote", () => new { id = "a2", kind = "vote", round = 1, drawing = Guid.Empty, digit = 7 })
            .WithRequestExample("start", () => new { id = "a3", kind = "start", stageKey = "00112233445566778899aabbccddeeff" })
            .WithExample(() => new CommandResponse(17))
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429)
            .ProducesProblem(503);
        RoomEvents.Map(group);
    }

    private static OpenResponse Example => new(
        "BCDF", "00112233445566778899aabbccddeeff", new Uri("http://192.168.1.20:5080/rooms/BCDF"),
        new Uri("http://localhost:5080/rooms/BCDF/stage#00112233445566778899aabbccddeeff"));

    private static async Task<Created<OpenResponse>> OpenAsync(
        OpenRequest request, HttpContext context, RoomDirectory rooms, RoomDoor door, RoomOptions options, JoinAddress addresses,
        CallBudget budget, CancellationToken cancellation)
    {
        budget.Charge(context, drawings: 1);
        var isHost = await door.IsHostAsync(context);
        if (!isHost && !options.MayAnybodyOpen)
            throw RoomRefusedException.Forbidden("Only the host may open a room: open the host's link in this browser first.");
        var mode = request.Mode ?? throw RoomRefusedException.Invalid("mode", $"A mode is one of {string.Join(", ", rooms.Modes)}.");
        var live = await rooms.OpenAsync(mode, request.Rounds, isHost ? null : ClientAddress.Of(context), cancellation);
        var links = LinksOf(live.Current.Room, context, addresses);
        return TypedResults.Created(links.Join, links);
    }

    private static async Task<Ok<OpenResponse>> LinksAsync(string code, HttpContext context, RoomDoor door, JoinAddress addresses) =>
        TypedResults.Ok(LinksOf((await door.FindAsync(code, context)).Current.Room, context, addresses));

    private static async Task<Results<Created<SeatResponse>, Ok<SeatResponse>>> JoinAsync(
        string code, SeatRequest request, HttpContext context, RoomDoor door, CallBudget budget, CancellationToken cancellation)
    {
        budget.Charge(context, drawings: 1);
        var live = await door.FindAsync(code, context);
        await context.EnsurePlayerAsync();
        var (seat, isNew) = await live.JoinAsync(context.User.PlayerId(), request.Name, cancellation);
        var response = new SeatResponse(seat.Number, seat.Name);
        return isNew ? TypedResults.Created((string?)null, response) : TypedResults.Ok(response);
    }

    private static async Task<Ok<CommandResponse>> CommandAsync(
        string code, CommandRequest request, HttpContext context, RoomDoor door, PlayService plays, Intake intake, CallBudget budget,
        CancellationToken cancellation)
    {
        budget.Charge(context, drawings: 1);
        var live = await door.FindAsync(code, context, request.StageKey);
        var room = live.Current.Room;
        var seat = request.StageKey is null ? RoomDoor.SeatOf(room, context) : null;
        if (await door.MayLeadAsync(room, request.StageKey, context) && (seat is null || CommandReader.IsForScreen(request)))
        {
            if (request.Screen is { } screen && live.Connections.IsLedByAnother(screen))
                throw RoomRefusedException.Conflict("Another screen leads this room now. Use that one, or load this page again.");
            return Answer(await live.CommandAsync(RoomRules.Screen, CommandReader.ReadForScreen(request), cancellation));
        }

        if (seat is null)
        {
            throw RoomRefusedException.Forbidden(context.User.FindPlayerId() is { } player && room.Kicked.ContainsKey(player)
                ? "You were kicked from this room."
                : "You have no seat in this room. Join it first.");
        }

        var isRepeated = room.Answers.Exists(earlier => earlier.Caller == seat.Number && earlier.Id == request.Id);
        if (request.Game is { } game && game != room.Games && !isRepeated)
            throw RoomRefusedException.Conflict("That was for another game in this room.");
        if (request.Kind != "draw")
            return Answer(await live.CommandAsync(seat.Number, CommandReader.ReadForSeat(request, seat.Number), cancellation));
        var id = CommandReader.ReadId(request);
        if (room.Answers.Find(earlier => earlier.Caller == seat.Number && earlier.Id == id) is { } known)
            return Answer(known);
        var drawing = CommandReader.ReadDrawing(request);
        // Guessed before it is that drawing's turn, so that no machine holds the others up.
        Observation? play = null;
        if (live.Rules.Mode.HasToAct(room, seat.Number) && live.Rules.Mode.TaskOf(room, seat.Number) is { } task)
        {
            var origin = room.IsByHost ? PlayOrigin.Page : PlayOrigin.Api;
            intake.Admit(ClientAddress.Of(context), seat.Player, drawing.Ink);
            play = await plays.GuessAsync(drawing, choice: null, seat.Player, origin, asked: null, cancellation, task);
            // An id with a time in it would tell jurors who has drawn just then.
            play = play with { Id = Guid.NewGuid() };
        }

        return Answer(await live.CommandAsync(seat.Number, new DrawCommand(id, request.Round, drawing.Ink!, play), cancellation));
    }

    private static Ok<CommandResponse> Answer(CommandAnswer answer) => TypedResults.Ok(new CommandResponse(answer.Require()));

    private static OpenResponse LinksOf(Room room, HttpContext context, JoinAddress addresses)
    {
        var here = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        return new OpenResponse(
            room.Code, room.StageKey, new Uri(addresses.Find(here) ?? here, $"/rooms/{room.Code}"),
            new Uri(here, $"/rooms/{room.Code}/stage#{room.StageKey}"));
    }
}
