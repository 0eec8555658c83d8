using Bunit;
using GameNight.Play;

namespace GameNight.Tests.Play;

/// <summary>After the third answered drawing a newcomer is invited to the other games, once.</summary>
public sealed class PlayPageInvitationTests : PlayPageContext
{
    [Fact]
    public async Task Right_ForTheThirdDrawing_InvitesUntilTheFourth()
    {
        var page = Open();
        for (var drawing = 1; drawing <= 4; drawing++)
        {
            await AnswerAsync(page, drawing);
            Assert.Equal(drawing == 3, IsInvited(page));
        }

        var kept = JSInterop.Invocations.Where(call => call.Identifier == "localStorage.setItem").Select(call => call.Arguments);
        Assert.Single(kept, arguments => arguments is ["game-night.invited", "yes"]);
    }

    [Fact]
    public async Task Invitation_Dismissed_IsGone()
    {
        Remember("""{"Drawn":2}""");
        var page = Open();
        await AnswerAsync(page, 3);
        Assert.Equal(["fool", "sprint"], page.FindAll(".invitation a").Select(link => link.GetAttribute("href")));
        await ClickAsync(page, "No, thanks");
        Assert.False(IsInvited(page));
    }

    [Fact]
    public async Task Invitation_SeenInThisBrowserBefore_DoesNotComeAgain()
    {
        JSInterop.Setup<string?>("localStorage.getItem", "game-night.invited").SetResult("yes");
        Remember("""{"Drawn":2}""");
        var page = Open();
        await AnswerAsync(page, 3);
        Assert.False(IsInvited(page));
    }

    [Fact]
    public async Task Guess_TheThirdInAChallenge_DoesNotInvite()
    {
        Remember("""{"Drawn":2,"Challenge":true,"Asked":3}""");
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.False(IsInvited(page));
    }

    private static bool IsInvited(IRenderedComponent<PlayPage> page) => page.FindAll("p.invitation a").Count > 0;

    private static async Task AnswerAsync(IRenderedComponent<PlayPage> page, int drawing)
    {
        await DrawAsync(page, [[50, 10 + drawing], [50, 90]]);
        await ClickAsync(page, "Guess");
        await ClickAsync(page, "Right");
    }
}
