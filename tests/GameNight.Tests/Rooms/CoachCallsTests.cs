using System.Net;
using System.Text.Json;
using GameNight.Observations.Store;
using GameNight.Training.SyntheticInk;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Rooms;

/// <summary>A game of coach over HTTP.</summary>
public sealed class CoachCallsTests : IAsyncLifetime
{
    private readonly GameServer _server = GameServer.With("--GameNight:Rooms:Pace=0.15");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Exam_TaughtAndUntaughtRookie_TheTaughtOneIsBetter()
    {
        var (code, key) = await RoomPhone.OpenAsync(_server.NewHost(), "coach", rounds: 1);
        await using var screen = new RoomPhone(_server.NewPlayer(), code, key);
        await screen.FollowAsync();
        List<RoomPhone> phones = [];
        foreach (var name in (string[])["Ann", "Bo", "Cy", "Di"])
        {
            var phone = new RoomPhone(_server.NewPlayer(), code);
            phones.Add(phone);
            (await phone.JoinAsync(name)).EnsureSuccessStatusCode();
            await phone.FollowAsync();
        }

        (await screen.LeadAsync("start")).EnsureSuccessStatusCode();
        // Team 0 teaches; team 1 does nothing.
        foreach (var phone in phones)
            await phone.UntilPhaseAsync("draw");
        var teachers = phones.Where(phone => phone.Snapshot.GetProperty("you").GetProperty("team").GetInt32() == 0).ToList();
        Assert.Equal(2, teachers.Count);
        foreach (var phone in teachers)
            await TeachAsync(phone);

        var look = await screen.UntilAsync(snapshot =>
            snapshot.GetProperty("step").GetString() == "look"
            && snapshot.GetProperty("teams")[0].GetProperty("mixes").ValueKind == JsonValueKind.Array);
        Assert.Equal(24, look.GetProperty("teams")[0].GetProperty("lessons").GetInt32());
        Assert.Equal(JsonValueKind.Null, look.GetProperty("teams")[0].GetProperty("exam").ValueKind);

        foreach (var phone in phones)
        {
            await phone.UntilAsync(snapshot => snapshot.GetProperty("step").GetString() == "attack");
            using var drawn = await phone.DrawAsync();
            Assert.Equal(HttpStatusCode.OK, drawn.StatusCode);
        }

        foreach (var phone in phones)
        {
            await phone.UntilPhaseAsync("jury");
            await phone.JudgeAsync(7);
        }

        var exam = await screen.UntilAsync(snapshot => snapshot.GetProperty("step").GetString() == "exam"
            && snapshot.GetProperty("teams")[0].GetProperty("exam").ValueKind == JsonValueKind.Number
            && snapshot.GetProperty("teams")[0].GetProperty("points").GetInt32() > 0);
        var (taught, untaught) = (ExamOf(exam, 0), ExamOf(exam, 1));
        Assert.True(taught > untaught + 20, $"The taught rookie reads {taught} of 100, the other {untaught}.");
        Assert.True(exam.GetProperty("teams")[0].GetProperty("points").GetInt32() >= 5 * taught);
        await screen.UntilPhaseAsync("podium");
        var store = _server.Services.GetRequiredService<IObservationStore>();
        await Eventually.TrueAsync(async () => (await store.ReadAsync(null, 100, CancellationToken.None)).Items.Count == 28);
        foreach (var phone in phones)
            await phone.DisposeAsync();
    }

    private static int ExamOf(JsonElement snapshot, int team) => snapshot.GetProperty("teams")[team].GetProperty("exam").GetInt32();

    private static async Task TeachAsync(RoomPhone phone)
    {
        var random = new Random(5);
        for (var i = 0; i < 12; i++)
        {
            var left = 12 - i;
            var task = (await phone.UntilAsync(snapshot => snapshot.GetProperty("task") is { ValueKind: JsonValueKind.Object } task
                && task.GetProperty("left").GetInt32() == left)).GetProperty("task");
            var ink = StrokeSkeletons.Draw(task.GetProperty("digit").GetInt32(), random);
            using var taught = await phone.SendAsync(
                new { id = RoomPhone.NextId(), kind = "draw", round = 1, strokes = ink.ToStrokes(), input = "touch" });
            Assert.Equal(HttpStatusCode.OK, taught.StatusCode);
        }
    }
}
