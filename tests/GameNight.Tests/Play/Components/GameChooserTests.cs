using System.Text.Json;
using Bunit;
using GameNight.Play.Components;
using GameNight.Play.Rounds;
using GameNight.Tests.Play.Sprint;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play.Components;

public sealed class GameChooserTests : SprintPageContext
{
    private const string Sessions = "game-night.session";

    [Theory]
    [InlineData("Challenge", false, true)]
    [InlineData("Draw", true, false)]
    public async Task Press_TheOtherModeOfThePlayPage_OpensItThereWithoutTheDrawingOfBefore(string name, bool before, bool after)
    {
        var left = new PlaySession { Challenge = before, Asked = 3, Streak = 2, BestStreak = 4, Drawn = 5, Unanswered = Guid.NewGuid() };
        JSInterop.Setup<string?>("sessionStorage.getItem", Sessions).SetResult(JsonSerializer.Serialize(left));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("sprint");

        await PressAsync(name);

        Assert.Equal(navigation.BaseUri, navigation.Uri);
        var saved = Assert.Single(JSInterop.Invocations["sessionStorage.setItem"]).Arguments;
        var session = JsonSerializer.Deserialize<PlaySession>((string)saved[1]!)!;
        Assert.Equal((Sessions, after), (saved[0], session.Challenge));
        Assert.Equal((5, 4, null), (session.Drawn, session.BestStreak, session.Unanswered));
        Assert.Equal("game-night.ink/", Assert.Single(JSInterop.Invocations["sessionStorage.removeItem"]).Arguments[0]);
    }

    [Theory]
    [InlineData("Challenge", true)]
    [InlineData("Draw", false)]
    public async Task Press_TheModeThatThePlayPageWasLeftIn_KeepsItsDrawing(string name, bool challenge)
    {
        var left = JsonSerializer.Serialize(new PlaySession { Challenge = challenge });
        JSInterop.Setup<string?>("sessionStorage.getItem", Sessions).SetResult(left);
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("sprint");

        await PressAsync(name);

        Assert.Equal(navigation.BaseUri, navigation.Uri);
        Assert.Empty(JSInterop.Invocations["sessionStorage.setItem"]);
        Assert.Empty(JSInterop.Invocations["sessionStorage.removeItem"]);
    }

    private Task PressAsync(string name) =>
        Render<GameChooser>().FindAll("button").Single(button => button.TextContent == name).ClickAsync();
}
