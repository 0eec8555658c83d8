namespace GameNight.Tests.Backup;

/// <summary>What a player has had deleted after the backup does not come back with it.</summary>
public sealed class RestoredErasureTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    [Fact]
    public async Task Restore_PlayerForgottenSince_StaysForgotten()
    {
        await _folder.PlayAsync("ann");
        await _folder.PlayAsync("bob");
        await _folder.BackUpAsync();
        await _folder.ForgetAsync("ann");

        await _folder.RestoreAsync("--replace");

        Assert.Equal(["bob"], await _folder.PlayersAsync());
    }

    [Fact]
    public async Task Restore_PlayersForgottenBeforeAndSince_StayForgotten()
    {
        await _folder.PlayAsync("zoe");
        await _folder.PlayAsync("ann");
        await _folder.PlayAsync("bob");
        await _folder.ForgetAsync("zoe");
        await _folder.BackUpAsync();
        await _folder.ForgetAsync("ann");

        await _folder.RestoreAsync("--replace");

        Assert.Equal(["bob"], await _folder.PlayersAsync());
    }

    [Fact]
    public async Task Restore_IntoACopyWithASecretOfItsOwn_RecognisesWhoWasForgottenThere()
    {
        await _folder.PlayAsync("zoe");
        await _folder.PlayAsync("ann");
        await _folder.PlayAsync("bob");
        await _folder.ForgetAsync("zoe");
        await _folder.BackUpAsync();
        _folder.Wipe();
        await _folder.PlayAsync("ann");
        await _folder.ForgetAsync("ann");

        await _folder.RestoreAsync();

        Assert.Equal(["bob"], await _folder.PlayersAsync());
        await _folder.PlayAsync("zoe", 1);
        Assert.Equal(["bob"], await _folder.PlayersAsync());
    }

    [Fact]
    public async Task Restore_IntoACopyWithASecretOfItsOwn_RecognisesWhoHadOnlyVoted()
    {
        await _folder.PlayAsync("zoe");
        await _folder.ForgetAsync("zoe");
        await _folder.PlayAsync("ann");
        await _folder.VoteAsync("juror");
        await _folder.VoteAsync("other");
        await _folder.BackUpAsync();
        _folder.Wipe();
        await _folder.PlayAsync("juror");
        await _folder.ForgetAsync("juror");

        await _folder.RestoreAsync();

        Assert.Equal(["ann"], await _folder.PlayersAsync());
        Assert.Equal(["other"], await _folder.VotersAsync());
    }

    public void Dispose() => _folder.Dispose();
}
