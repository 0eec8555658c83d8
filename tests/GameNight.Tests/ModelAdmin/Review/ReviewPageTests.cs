using Bunit;
using GameNight.Configuration;
using GameNight.Identity.Access;
using GameNight.ModelAdmin.Review;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Review;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;

namespace GameNight.Tests.ModelAdmin.Review;

public sealed class ReviewPageTests() : PlayPageContext(("mnist-cnn", 3))
{
    private ReviewDecisions Decisions => Services.GetRequiredService<ReviewDecisions>();

    [Fact]
    public async Task Review_ForAPlayer_ShowsNoDrawing()
    {
        await DoubtAsync(9, 4);
        var page = Open(role: null);
        Assert.Contains("Only the host", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("img, button"));
    }

    [Fact]
    public async Task Panel_ForAPlayer_ShowsNoDrawingAndDecidesNothing()
    {
        var id = await DoubtAsync(9, 4);
        var panel = Render<ReviewPanel>(
            panel => panel.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann")))));
        Assert.Equal("Only the host reviews answers.", panel.WaitForElement(".notice").TextContent);
        foreach (var key in new[] { "4", "Delete", "ArrowLeft" })
            await panel.InvokeAsync(() => panel.Instance.KeyAsync(new KeyboardEventArgs { Key = key }));
        Assert.Empty(panel.FindAll("img, button"));
        Assert.Empty(await Decisions.ReadAsync(default));
        Assert.Equal(9, (await Store.FindAsync(id, default))!.Label!.Digit);
    }

    [Fact]
    public void Review_NothingInDoubt_SaysSo() =>
        Assert.Contains("Nothing is in doubt", Open(Players.HostRole).Find("[role=status]").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("4", true, 4)]
    [InlineData("9", true, 9)]
    [InlineData("Enter", true, 9)]
    [InlineData("7", true, 7)]
    [InlineData("Delete", false, null)]
    public async Task Key_DecidesTheDoubt(string key, bool keeps, int? digit)
    {
        var id = await DoubtAsync(9, 4);
        var page = Open(Players.HostRole);
        Assert.Equal("Is this a 9?", page.Find("h2").TextContent);
        Assert.Contains("it looks like a 4", page.Find(".words p").TextContent, StringComparison.Ordinal);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = key });
        page.WaitForAssertion(() => Assert.Contains("1 decided", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        var decision = (await Decisions.ReadAsync(default))[id];
        Assert.Equal((keeps, digit), (decision.Keeps, decision.Digit));
        var decided = await Store.FindAsync(id, default);
        Assert.Equal((digit ?? 9, !keeps), (decided!.Label!.Digit, decided.Excluded));
    }

    [Fact]
    public async Task Key_HeldDown_DecidesOnce()
    {
        await DoubtAsync(9, 4);
        var page = Open(Players.HostRole);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "Enter", Repeat = true });
        Assert.Empty(await Decisions.ReadAsync(default));
    }

    [Fact]
    public async Task Undo_TakesTheDecisionBackWithTheLabel()
    {
        var (first, second) = (await DoubtAsync(9, 4), await DoubtAsync(8, 3));
        await Decisions.WriteSuspectsAsync([SuspectOf(first, 9, 4), SuspectOf(second, 8, 3)], default);
        var page = Open(Players.HostRole);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "4" });
        Assert.Equal(4, (await Store.FindAsync(first, default))!.Label!.Digit);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowLeft" });
        Assert.Equal("Is this a 9?", page.Find("h2").TextContent);
        Assert.Empty(await Decisions.ReadAsync(default));
        Assert.Equal(ObservationBuilder.Label(9), (await Store.FindAsync(first, default))!.Label);
    }

    [Fact]
    public async Task Undo_OfADrop_TakesTheDrawingBackIn()
    {
        var (first, second) = (await DoubtAsync(9, 4), await DoubtAsync(8, 3));
        await Decisions.WriteSuspectsAsync([SuspectOf(first, 9, 4), SuspectOf(second, 8, 3)], default);
        var page = Open(Players.HostRole);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "Delete" });
        Assert.True((await Store.FindAsync(first, default))!.Excluded);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowLeft" });
        Assert.False((await Store.FindAsync(first, default))!.Excluded);
        Assert.Empty(await Decisions.ReadAsync(default));
    }

    [Fact]
    public async Task Key_DropsAndTakesBack_ReachesThePlayersOwnContestant()
    {
        using var folder = new TemporaryFolder();
        var library = new ModelLibrary(
            new ModelFolder(GameFolders.Default.Models), new FolderModelRegistry(folder.Path), TimeProvider.System);
        using var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        Services.AddSingleton(library);
        Services.AddSingleton(contestants);
        var (id, other) = (await DoubtAsync(9, 4), await DoubtAsync(8, 3));
        await Decisions.WriteSuspectsAsync([SuspectOf(id, 9, 4), SuspectOf(other, 8, 3)], default);
        var (player, personal) = ((await Store.FindAsync(id, default))!.Player, Services.GetRequiredService<PersonalizationService>());
        var page = Open(Players.HostRole);
        foreach (var (key, marks) in new[] { ("4", 1), ("ArrowLeft", 1), ("Delete", 0), ("ArrowLeft", 1) })
        {
            await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = key });
            await personal.SettleAsync();
            Assert.Equal(marks, personal.ProgressOf(player).Marks);
        }
    }

    [Fact]
    public async Task Button_SaysWhatTheKeySays()
    {
        var id = await DoubtAsync(9, 4);
        var page = Open(Players.HostRole);
        await page.FindAll("button").Single(button => button.TextContent == "No, it’s 4").ClickAsync(new MouseEventArgs());
        Assert.Equal(4, (await Decisions.ReadAsync(default))[id].Digit);
        Assert.Equal(new Label(4, Players.Host, default).By, (await Store.FindAsync(id, default))!.Label!.By);
    }

    /// <summary>It was 28 × 28 pixels by "player a8ad9861c86929c0", one of "50 left" where the receipt listed 219.</summary>
    [Fact]
    public async Task Review_ADrawingWithInk_IsShownAsStrokesByANameAndCounted()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 60; i++)
            ids.Add(await DoubtAsync(9, 4));
        await Decisions.WriteSuspectsAsync([.. ids.Select(id => SuspectOf(id, 9, 4))], default);
        await Decisions.DropAsync(ids[0], default);
        await Store.LabelAsync(ids[1], ObservationBuilder.Label(4), default);
        var page = Open(Players.HostRole);
        Assert.NotEmpty(page.FindAll(".drawing svg[aria-label='The drawing'] path"));
        Assert.Empty(page.FindAll(".drawing img"));
        var words = string.Join(' ', page.Find(".words small").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches("^Drawn by [A-Z][a-z]+ [0-9a-f]{4}, ", words);
        Assert.EndsWith(
            "58 left. The last training doubted 60: 1 is decided, and 1 was changed or deleted by their players.", words,
            StringComparison.Ordinal);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "4" });
        page.WaitForAssertion(
            () => Assert.Contains("57 left, 1 decided.", page.Find(".words small").TextContent, StringComparison.Ordinal));
        Assert.Contains("Skip for training", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_ShowsTheNextAndComesBack()
    {
        var (first, second) = (await DoubtAsync(9, 4), await DoubtAsync(8, 3));
        await Decisions.WriteSuspectsAsync([SuspectOf(first, 9, 4), SuspectOf(second, 8, 3)], default);
        var page = Open(Players.HostRole);
        Assert.Equal("Is this a 9?", page.Find("h2").TextContent);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowRight" });
        Assert.Equal("Is this an 8?", page.Find("h2").TextContent);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowRight" });
        Assert.Equal("Is this a 9?", page.Find("h2").TextContent);
        Assert.Empty(await Decisions.ReadAsync(default));
    }

    [Fact]
    public async Task Review_DoubtGoneBeforeItHasTheFocus_GoesOn()
    {
        JSInterop.SetupVoid("Blazor._internal.domWrapper.focus", _ => true).SetException(new JSException("Unable to focus"));
        var id = await DoubtAsync(9, 4);
        var page = Open(Players.HostRole);
        await Eventually.TrueAsync(() => JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count > 0);
        Assert.False(Renderer.UnhandledException.IsCompleted);
        await page.Find(".doubt").KeyDownAsync(new KeyboardEventArgs { Key = "4" });
        Assert.Equal(4, (await Decisions.ReadAsync(default))[id].Digit);
    }

    [Fact]
    public async Task Review_CorrectedByThePlayerMeanwhile_IsNoDoubtAnyMore()
    {
        var id = await DoubtAsync(9, 4);
        await Store.LabelAsync(id, ObservationBuilder.Label(4), default);
        Assert.Empty(await Decisions.ReadSuspectsAsync(10, default));
    }

    private static DoubtedLabel SuspectOf(Guid id, int marked, int looksLike) =>
        new(id, marked, looksLike, 0.01, LabelReview.Contradiction);

    private async Task<Guid> DoubtAsync(int marked, int looksLike)
    {
        var play = ObservationBuilder.Of() with { Label = ObservationBuilder.Label(marked) };
        await Store.AppendAsync(play, default);
        await Decisions.WriteSuspectsAsync([SuspectOf(play.Id, marked, looksLike)], default);
        return play.Id;
    }

    private IRenderedComponent<ReviewPage> Open(string? role)
    {
        var page = Render<ReviewPage>(
            page => page.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann", role)))));
        page.WaitForElement(".notice, .doubt");
        return page;
    }
}
