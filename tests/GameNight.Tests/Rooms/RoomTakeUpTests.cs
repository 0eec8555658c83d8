using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Rooms;

/// <summary>A game that is started while another one still has the folder, as when a new build takes the place of an old one.</summary>
public class RoomTakeUpTests
{
    [Fact]
    public async Task Start_AnotherGameHasTheRooms_TakesThemUpWhenThatEnds()
    {
        using var folder = new TemporaryFolder();
        await using var old = new KillableGame(folder.Path, GameServer.HostToken);
        await using var next = new KillableGame(folder.Path, GameServer.HostToken);
        await old.StartAsync();
        var (code, _) = await RoomPhone.OpenAsync(HostOf(old));
        await next.StartAsync();
        using var host = HostOf(next);
        using var early = await host.PostAsJsonAsync("/api/rooms", new { mode = "fool" });
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await old.KillAsync();
        await Eventually.TrueAsync(async () =>
        {
            using var found = await host.GetAsync($"/api/rooms/{code}");
            var room = await found.Content.ReadFromJsonAsync<JsonElement>();
            return found.IsSuccessStatusCode && room.GetProperty("code").GetString() == code;
        });
    }

    private static HttpClient HostOf(KillableGame game)
    {
        var host = new HttpClient { BaseAddress = game.Address };
        host.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", GameServer.HostToken);
        return host;
    }
}
