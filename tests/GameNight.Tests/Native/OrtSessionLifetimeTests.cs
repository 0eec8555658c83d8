using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

public sealed class OrtSessionLifetimeTests
{
    private const int Threads = 8;

    [Fact]
    public async Task Run_EightThreads_ReturnsEachItsOwnResult()
    {
        using var session = OrtSession.Load(TinyModels.Sums);
        await OnEachThread(thread =>
        {
            for (var i = 0; i < 500; i++)
                AssertSums(session, thread, i);
        });
    }

    [Fact]
    public async Task Dispose_DuringRuns_LetsThemFinishAndRefusesLaterOnes()
    {
        for (var round = 0; round < 20; round++)
        {
            var session = OrtSession.Load(TinyModels.Sums);
            using var running = new CountdownEvent(Threads);
            var all = OnEachThread(thread =>
            {
                AssertSums(session, thread, 0);
                running.Signal();
                Action runForever = () =>
                {
                    for (var i = 0; ; i++)
                        AssertSums(session, thread, i);
                };
                Assert.Throws<ObjectDisposedException>(runForever);
            });
            Assert.True(running.Wait(TimeSpan.FromMinutes(2)), "The threads do not run.");
            session.Dispose();
            await all;
        }
    }

    [Fact]
    public void Run_AfterDispose_NamesTheSession()
    {
        var session = OrtSession.Load(TinyModels.Sums);
        session.Dispose();
        session.Dispose();
        var refused = Assert.Throws<ObjectDisposedException>(() => session.Run("x", [1, 2], [1, 2], "sums", new float[2]));
        Assert.Equal(typeof(OrtSession).FullName, refused.ObjectName);
    }

    [Fact]
    public void Inputs_AfterDispose_CanStillBeRead()
    {
        var session = OrtSession.Load(TinyModels.Sums);
        session.Dispose();
        Assert.Equal("x", session.Inputs[0].Name);
    }

    [Fact]
    public void Run_Successful_AllocatesNothingOnTheManagedHeap()
    {
        using var session = OrtSession.Load(TinyModels.Sums);
        var (values, shape, result) = (new float[] { 1, 2 }, new long[] { 1, 2 }, new float[2]);
        session.Run("x", values, shape, "sums", result);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            session.Run("x", values, shape, "sums", result);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AssertSums(OrtSession session, float a, float b)
    {
        Span<float> sums = stackalloc float[2];
        session.Run("x", [a, b], [1, 2], "sums", sums);
        Assert.Equal((a + 2 * b + 10, 3 * a + 4 * b + 20), (sums[0], sums[1]));
    }

    private static Task OnEachThread(Action<int> work) => Task.WhenAll(Enumerable.Range(0, Threads).Select(thread =>
        Task.Factory.StartNew(() => work(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
}
