using System.Diagnostics;
using GameNight.Tests.Architecture;

namespace GameNight.Tests.Recognition.Browser;

/// <summary>Runs what the browser runs in Node.js: a script of wwwroot-assets/parity, which answers each line with a line.</summary>
internal static class NodeScript
{
    /// <param name="script">The script's name.</param>
    /// <param name="questions">The lines that it reads.</param>
    /// <param name="arguments">What it is called with.</param>
    /// <returns>As many lines as there are questions.</returns>
    public static async Task<IReadOnlyList<string>> AskAsync(string script, IEnumerable<string> questions, params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Repository.File($"wwwroot-assets/parity/{script}"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var answers = node.StandardOutput.ReadToEndAsync();
        var complaints = node.StandardError.ReadToEndAsync();
        try
        {
            foreach (var question in questions)
                await node.StandardInput.WriteLineAsync(question);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended early, and its complaint says why.
        }

        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"{script} has failed: {await complaints}");
        return (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
