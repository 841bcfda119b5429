<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActionWords</name>
    <message>
        <source>Argo CD application “%1” owns this, and will revert the change.</source>
        <translation>Argo CD 应用“%1”拥有此对象，并会还原此更改。</translation>
    </message>
    <message>
        <source>Flux (“%1”) owns this, and will revert the change.</source>
        <translation>Flux（“%1”）拥有此对象，并会还原此更改。</translation>
    </message>
    <message>
        <source>Helm release “%1” owns this; its next upgrade reverts the change.</source>
        <translation>Helm 发行版“%1”拥有此对象；其下次升级会还原此更改。</translation>
    </message>
    <message>
        <source>The annotation of the last kubectl apply stays that of the newer release: the next apply may merge wrongly.</source>
        <translation>上次 kubectl apply 的注解仍是较新发行版的：下次 apply 可能合并出错。</translation>
    </message>
    <message>
        <source>The quota of %1 does not suffice (%2): pods may not start.</source>
        <translation>%1 的配额不足（%2）：Pod 可能无法启动。</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are not ready or take no pods.</source>
        <translation>%2 个节点中有 %1 个未就绪或不接收 Pod。</translation>
    </message>
    <message>
        <source>Nothing of %1 runs any more then.</source>
        <translation>之后 %1 将不再有任何 Pod 运行。</translation>
    </message>
    <message>
        <source>The autoscaler %1 (%2) sets this number, and will change it again.</source>
        <translation>自动扩缩器 %1（%2）设置此数量，并会再次更改它。</translation>
    </message>
    <message>
        <source>Whether an autoscaler sets this number is not known.</source>
        <translation>不清楚是否有自动扩缩器设置此数量。</translation>
    </message>
    <message>
        <source>Nothing owns the pod %1: it does not come back.</source>
        <translation>没有对象拥有 Pod %1：它不会再回来。</translation>
    </message>
    <message>
        <source>Whether a disruption budget protects this pod is not known.</source>
        <translation>不清楚是否有中断预算保护此 Pod。</translation>
    </message>
    <message>
        <source>The disruption budget %1 allows no pod less; deleting goes past it.</source>
        <translation>中断预算 %1 不允许再减少 Pod；删除会绕过它。</translation>
    </message>
    <message>
        <source>A run of %1 goes on already.</source>
        <translation>%1 已有一次运行正在进行。</translation>
    </message>
    <message>
        <source>The image %1 has no fixed version: what starts may be another one.</source>
        <translation>镜像 %1 没有固定版本：启动的可能是另一个镜像。</translation>
    </message>
    <message>
        <source>The images are the same as now: only settings go back.</source>
        <translation>镜像与现在相同：只有设置会恢复。</translation>
    </message>
    <message>
        <source>Revision %1: %2</source>
        <translation>修订版本 %1：%2</translation>
    </message>
    <message>
        <source>The migration %1 ran after that revision was made: the older release may not know the database as it is now.</source>
        <translation>迁移 %1 在该修订版本创建之后运行过：较早的发行版可能不认识现在的数据库。</translation>
    </message>
    <message>
        <source>Whether the older release fits the database is not known.</source>
        <translation>不清楚较早的发行版是否与数据库匹配。</translation>
    </message>
    <message>
        <source>%1 pods of the target are ready; %2 are needed.</source>
        <translation>目标有 %1 个 Pod 就绪；需要 %2 个。</translation>
    </message>
    <message>
        <source>Nodes need a moment to follow: for seconds both sides get requests.</source>
        <translation>节点需要片刻才能跟上：有几秒钟两边都会收到请求。</translation>
    </message>
    <message>
        <source>The cluster warned lately: %1 (%2)</source>
        <translation>集群最近发出过警告：%1（%2）</translation>
    </message>
    <message>
        <source>The new version stays in the settings of %1: a retry tries it again.</source>
        <translation>新版本仍保留在 %1 的设置中：重试会再次尝试它。</translation>
    </message>
    <message>
        <source>ConfigMaps stay as they are</source>
        <translation>ConfigMap 保持不变</translation>
    </message>
    <message>
        <source>Secrets stay as they are</source>
        <translation>Secret 保持不变</translation>
    </message>
    <message>
        <source>Services and routes stay as they are</source>
        <translation>Service 和路由保持不变</translation>
    </message>
    <message>
        <source>Autoscalers stay as they are</source>
        <translation>自动扩缩器保持不变</translation>
    </message>
    <message>
        <source>The database and its schema stay as they are</source>
        <translation>数据库及其架构保持不变</translation>
    </message>
    <message>
        <source>Open connections stay with the old pods</source>
        <translation>已打开的连接仍留在旧的 Pod 上</translation>
    </message>
    <message>
        <source>This cannot be done to %1.</source>
        <translation>无法对 %1 执行此操作。</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 已暂停。</translation>
    </message>
    <message>
        <source>Resume it first.</source>
        <translation>请先恢复它。</translation>
    </message>
    <message>
        <source>%1 is not paused.</source>
        <translation>%1 没有暂停。</translation>
    </message>
    <message>
        <source>%1 has no earlier revision.</source>
        <translation>%1 没有更早的修订版本。</translation>
    </message>
    <message>
        <source>%1 keeps no earlier revisions (revisionHistoryLimit is 0).</source>
        <translation>%1 不保留更早的修订版本（revisionHistoryLimit 为 0）。</translation>
    </message>
    <message>
        <source>Deploy the earlier release again.</source>
        <translation>请重新部署较早的发行版。</translation>
    </message>
    <message>
        <source>There is no revision %1.</source>
        <translation>没有修订版本 %1。</translation>
    </message>
    <message>
        <source>Revision %1 is what runs now.</source>
        <translation>修订版本 %1 就是现在运行的版本。</translation>
    </message>
    <message>
        <source>The number is %1 already.</source>
        <translation>数量已经是 %1。</translation>
    </message>
    <message>
        <source>The service selects %1 already.</source>
        <translation>该 Service 已经选择了 %1。</translation>
    </message>
    <message>
        <source>%1 has no selector that could be switched.</source>
        <translation>%1 没有可切换的选择器。</translation>
    </message>
    <message>
        <source>Too few pods of the target are ready (%1).</source>
        <translation>目标中就绪的 Pod 太少（%1）。</translation>
    </message>
    <message>
        <source>Scale the target up, and wait until its pods are ready.</source>
        <translation>请扩大目标的规模，并等待其 Pod 就绪。</translation>
    </message>
    <message>
        <source>Whether the target of %1 has ready pods cannot be seen.</source>
        <translation>无法看出 %1 的目标是否有就绪的 Pod。</translation>
    </message>
    <message>
        <source>%1 was aborted.</source>
        <translation>%1 已中止。</translation>
    </message>
    <message>
        <source>Retry it, or roll it back.</source>
        <translation>请重试，或将其回滚。</translation>
    </message>
    <message>
        <source>%1 was not aborted.</source>
        <translation>%1 没有中止。</translation>
    </message>
    <message>
        <source>%1 waits for nobody.</source>
        <translation>%1 没有在等待任何人。</translation>
    </message>
    <message>
        <source>%1 is promoted already.</source>
        <translation>%1 已经推进。</translation>
    </message>
    <message>
        <source>%1 takes its pods from another workload; roll that one back.</source>
        <translation>%1 的 Pod 来自另一个工作负载；请回滚那个工作负载。</translation>
    </message>
    <message>
        <source>What the cluster has of %1 cannot be read.</source>
        <translation>无法读取集群中 %1 的内容。</translation>
    </message>
    <message>
        <source>%1 is no number of pods.</source>
        <translation>%1 不是有效的 Pod 数量。</translation>
    </message>
    <message>
        <source>You may not do this in this cluster (%1).</source>
        <translation>您无权在此集群中执行此操作（%1）。</translation>
    </message>
    <message>
        <source>Ask its administrator for the right.</source>
        <translation>请向其管理员申请权限。</translation>
    </message>
    <message>
        <source>Somebody changed %1 meanwhile.</source>
        <translation>其间有人更改了 %1。</translation>
    </message>
    <message>
        <source>Look again, and decide anew.</source>
        <translation>请重新查看，再作决定。</translation>
    </message>
    <message>
        <source>Only the first part was done; the second failed.</source>
        <translation>只完成了第一部分；第二部分失败。</translation>
    </message>
    <message>
        <source>Look at %1 before you go on.</source>
        <translation>继续之前请先查看 %1。</translation>
    </message>
    <message>
        <source>There is nothing to confirm.</source>
        <translation>没有需要确认的内容。</translation>
    </message>
    <message>
        <source>This environment is read-only now.</source>
        <translation>此环境现在为只读。</translation>
    </message>
    <message>
        <source>Arm it first.</source>
        <translation>请先解锁。</translation>
    </message>
    <message>
        <source>There is no environment to arm.</source>
        <translation>没有可解锁的环境。</translation>
    </message>
    <message>
        <source>Type the name exactly: %1</source>
        <translation>请准确输入名称：%1</translation>
    </message>
    <message>
        <source>Give a reason for acting on %1.</source>
        <translation>请填写操作 %1 的原因。</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Scale %1 to %2</source>
        <translation>将 %1 扩缩到 %2</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Roll back %1 to the revision before</source>
        <translation>将 %1 回滚到上一个修订版本</translation>
    </message>
    <message>
        <source>Roll back %1 to revision %2</source>
        <translation>将 %1 回滚到修订版本 %2</translation>
    </message>
    <message>
        <source>Switch %1 to %2</source>
        <translation>将 %1 切换到 %2</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>推进 %1</translation>
    </message>
    <message>
        <source>Promote %1 fully</source>
        <translation>完全推进 %1</translation>
    </message>
    <message>
        <source>Abort %1</source>
        <translation>中止 %1</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>重试 %1</translation>
    </message>
    <message>
        <source>Run %1 now</source>
        <translation>立即运行 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Asking for the right</source>
        <translation>正在查询权限</translation>
    </message>
    <message>
        <source>Trying on the server, without effect</source>
        <translation>正在服务器上试运行，不产生效果</translation>
    </message>
    <message>
        <source>Waiting for your word</source>
        <translation>正在等待您的决定</translation>
    </message>
    <message>
        <source>Looking again</source>
        <translation>正在重新查看</translation>
    </message>
    <message>
        <source>Writing the audit log</source>
        <translation>正在写入审计日志</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>The dry run failed</source>
        <translation>试运行失败</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Sent, and no answer came: look at the cluster</source>
        <translation>已发送，但没有应答：请查看集群</translation>
    </message>
</context>
<context>
    <name>AskToOpen</name>
    <message>
        <source>Open this link?</source>
        <translation>要打开此链接吗？</translation>
    </message>
</context>
<context>
    <name>AuditRows</name>
    <message>
        <source>begun; its end was not seen</source>
        <translation>已开始；未看到其结果</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the trial failed</source>
        <translation>试运行失败</translation>
    </message>
    <message>
        <source>sent; nobody heard what became of it</source>
        <translation>已发送；没有收到结果</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>BackupRows</name>
    <message>
        <source>not proven</source>
        <translation>未证明</translation>
    </message>
    <message>
        <source>The database’s own backups and the last restore drill are not known: sign in at this environment’s API to see them.</source>
        <translation>数据库自身的备份和上次恢复演练的情况未知：登录此环境的 API 即可查看。</translation>
    </message>
    <message>
        <source>The server cannot tell of its database’s backups.</source>
        <translation>服务器无法说明其数据库的备份情况。</translation>
    </message>
    <message>
        <source>The server is being asked for its database’s backups.</source>
        <translation>正在向服务器查询其数据库的备份情况。</translation>
    </message>
    <message>
        <source>The database’s own backups are shown to operators of the server, and you are none.</source>
        <translation>数据库自身的备份只向服务器的运维人员显示，而您不是。</translation>
    </message>
    <message>
        <source>The server does not tell of its database’s backups.</source>
        <translation>服务器没有说明其数据库的备份情况。</translation>
    </message>
    <message>
        <source>Database: archive</source>
        <translation>数据库：归档</translation>
    </message>
    <message>
        <source>all the time</source>
        <translation>持续进行</translation>
    </message>
    <message>
        <source>the server’s word</source>
        <translation>服务器的说明</translation>
    </message>
    <message>
        <source>Database: restore drill</source>
        <translation>数据库：恢复演练</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>未恢复</translation>
    </message>
    <message>
        <source>A cron job counts as a backup by the annotation or label %1, else by a word like backup or dump in its labels, name or image.</source>
        <translation>CronJob 凭注解或标签 %1 算作备份，否则凭其标签、名称或镜像中 backup 或 dump 之类的词。</translation>
    </message>
    <message>
        <source>A run that ended well does not prove a usable copy: where copies lie cannot be seen from here.</source>
        <translation>运行正常结束并不证明备份可用：从这里看不到备份存放在何处。</translation>
    </message>
</context>
<context>
    <name>CertificateRows</name>
    <message>
        <source>handshake</source>
        <translation>TLS 握手</translation>
    </message>
    <message>
        <source>Hosts of ingresses, of gateways and of the API are asked from this computer once an hour; nothing is sent to them or trusted.</source>
        <translation>每小时从本机查询一次 Ingress、Gateway 和 API 的主机；不会向它们发送任何内容，也不会信任它们。</translation>
    </message>
    <message>
        <source>This cluster is reached through a proxy, so its hosts are not asked from here.</source>
        <translation>此集群通过代理访问，因此不从这里查询其主机。</translation>
    </message>
    <message>
        <source>Hosts are not asked from this computer: that is switched off in the page’s menu.</source>
        <translation>不从本机查询主机：已在页面的菜单中关闭。</translation>
    </message>
    <message>
        <source>The cluster has no cert-manager.</source>
        <translation>此集群没有 cert-manager。</translation>
    </message>
    <message>
        <source>What cert-manager says may not be seen.</source>
        <translation>无权查看 cert-manager 的说明。</translation>
    </message>
</context>
<context>
    <name>ClusterColumns</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation>集群 IP</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Ready endpoints</source>
        <translation>就绪端点</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>选择器</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Now/wanted</source>
        <translation>当前/期望</translation>
    </message>
    <message>
        <source>Last scaled</source>
        <translation>上次扩缩</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建议值</translation>
    </message>
    <message>
        <source>Healthy/wanted</source>
        <translation>健康/期望</translation>
    </message>
    <message>
        <source>Disruptions allowed</source>
        <translation>允许的中断数</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Services (weight)</source>
        <translation>Service（权重）</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Ingress rules</source>
        <translation>入站规则</translation>
    </message>
    <message>
        <source>Egress rules</source>
        <translation>出站规则</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>剩余有效期</translation>
    </message>
    <message>
        <source>Used/limit</source>
        <translation>已用/上限</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Endpoint slices</source>
        <translation>EndpointSlice</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Replica sets</source>
        <translation>ReplicaSet</translation>
    </message>
    <message>
        <source>Stateful sets</source>
        <translation>StatefulSet</translation>
    </message>
    <message>
        <source>Daemon sets</source>
        <translation>DaemonSet</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Cron jobs</source>
        <translation>CronJob</translation>
    </message>
    <message>
        <source>Horizontal autoscalers</source>
        <translation>水平自动扩缩器</translation>
    </message>
    <message>
        <source>Vertical autoscalers</source>
        <translation>垂直自动扩缩器</translation>
    </message>
    <message>
        <source>Disruption budgets</source>
        <translation>中断预算</translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation>网络策略</translation>
    </message>
    <message>
        <source>Ingresses</source>
        <translation>Ingress</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>HTTP routes</source>
        <translation>HTTP 路由</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Argo rollouts</source>
        <translation>Argo Rollout</translation>
    </message>
</context>
<context>
    <name>ClusterWords</name>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>带字段的记录</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The auth-provider “%1” was removed from Kubernetes; a plugin (exec) takes its place.</source>
        <translation>auth-provider“%1”已从 Kubernetes 中移除；由插件（exec）代替。</translation>
    </message>
    <message>
        <source>The auth-provider “%1” was removed from Kubernetes; install %2 and let the user&apos;s exec run it.</source>
        <translation>auth-provider“%1”已从 Kubernetes 中移除；请安装 %2，并由该用户的 exec 运行它。</translation>
    </message>
    <message>
        <source>This entry has no name.</source>
        <translation>此条目没有名称。</translation>
    </message>
    <message>
        <source>This name comes twice.</source>
        <translation>此名称出现了两次。</translation>
    </message>
    <message>
        <source>This is not Base64.</source>
        <translation>这不是 Base64。</translation>
    </message>
    <message>
        <source>This cluster has no server.</source>
        <translation>此集群没有 server。</translation>
    </message>
    <message>
        <source>A proxy must be an http, https or socks5 address.</source>
        <translation>代理必须是 http、https 或 socks5 地址。</translation>
    </message>
    <message>
        <source>A certificate authority and skipping its check exclude each other.</source>
        <translation>指定证书颁发机构与跳过其检查不能同时使用。</translation>
    </message>
    <message>
        <source>The data is used, and the file beside it is not.</source>
        <translation>将使用数据，而不使用旁边的文件。</translation>
    </message>
    <message>
        <source>This certificate has no key.</source>
        <translation>此证书没有密钥。</translation>
    </message>
    <message>
        <source>A token and a password exclude each other.</source>
        <translation>令牌与密码不能同时使用。</translation>
    </message>
    <message>
        <source>A plugin and an auth-provider exclude each other.</source>
        <translation>插件与 auth-provider 不能同时使用。</translation>
    </message>
    <message>
        <source>This plugin has no command.</source>
        <translation>此插件没有 command。</translation>
    </message>
    <message>
        <source>This plugin has no apiVersion.</source>
        <translation>此插件没有 apiVersion。</translation>
    </message>
    <message>
        <source>This plugin has no interactiveMode.</source>
        <translation>此插件没有 interactiveMode。</translation>
    </message>
    <message>
        <source>A variable of this plugin has no name.</source>
        <translation>此插件的一个变量没有名称。</translation>
    </message>
    <message>
        <source>A uid, groups or extra fields are to be impersonated, but no user.</source>
        <translation>要模拟 uid、组或附加字段，却没有用户。</translation>
    </message>
    <message>
        <source>This context names no user.</source>
        <translation>此上下文没有指定用户。</translation>
    </message>
    <message>
        <source>This context names no cluster.</source>
        <translation>此上下文没有指定集群。</translation>
    </message>
    <message>
        <source>No context is current; choose one.</source>
        <translation>没有当前上下文；请选择一个。</translation>
    </message>
    <message>
        <source>There is no kubeconfig.</source>
        <translation>没有 kubeconfig。</translation>
    </message>
    <message>
        <source>This is neither YAML nor JSON (%1).</source>
        <translation>这既不是 YAML 也不是 JSON（%1）。</translation>
    </message>
    <message>
        <source>This is no kubeconfig, but “%1”.</source>
        <translation>这不是 kubeconfig，而是“%1”。</translation>
    </message>
    <message>
        <source>Another kind of value is needed here: %1.</source>
        <translation>此处需要另一种值：%1。</translation>
    </message>
    <message>
        <source>“%1” is no http or https address.</source>
        <translation>“%1”不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>The version “%1” of the plugin is not supported any more.</source>
        <translation>不再支持插件版本“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no interactiveMode.</source>
        <translation>“%1”不是有效的 interactiveMode。</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>没有用户“%1”。</translation>
    </message>
    <message>
        <source>There is no cluster “%1”.</source>
        <translation>没有集群“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be a namespace: letters a–z, digits and hyphens, at most 63.</source>
        <translation>“%1”不能作为命名空间：只能用字母 a–z、数字和连字符，最多 63 个。</translation>
    </message>
    <message>
        <source>There is no context “%1”.</source>
        <translation>没有上下文“%1”。</translation>
    </message>
    <message>
        <source>The program “%1” may not run.</source>
        <translation>不允许运行程序“%1”。</translation>
    </message>
    <message>
        <source>Allow it by its path if you trust this kubeconfig.</source>
        <translation>如果信任此 kubeconfig，请按路径允许它。</translation>
    </message>
    <message>
        <source>The program “%1”, which this kubeconfig needs, was not found.</source>
        <translation>未找到此 kubeconfig 所需的程序“%1”。</translation>
    </message>
    <message>
        <source>Install it, or add its folder to PATH.</source>
        <translation>请安装它，或将其文件夹加入 PATH。</translation>
    </message>
    <message>
        <source>The program “%1” wants to ask questions, which is not possible here.</source>
        <translation>程序“%1”需要提问，这里无法做到。</translation>
    </message>
    <message>
        <source>Sign in with it in a terminal, and set its interactiveMode to IfAvailable.</source>
        <translation>请在终端中用它登录，并将 interactiveMode 设为 IfAvailable。</translation>
    </message>
    <message>
        <source>The program “%1” took too long.</source>
        <translation>程序“%1”用时过长。</translation>
    </message>
    <message>
        <source>Run it once in a terminal; it may wait for a sign-in.</source>
        <translation>请在终端中运行一次；它可能在等待登录。</translation>
    </message>
    <message>
        <source>What the program “%1” answered is no credential.</source>
        <translation>程序“%1”的输出不是凭据。</translation>
    </message>
    <message>
        <source>The program “%1” gave no credential.</source>
        <translation>程序“%1”没有给出凭据。</translation>
    </message>
    <message>
        <source>The cluster does not take this sign-in.</source>
        <translation>集群不接受此登录。</translation>
    </message>
    <message>
        <source>Sign in anew, or check the user of this context.</source>
        <translation>请重新登录，或检查此上下文的用户。</translation>
    </message>
    <message>
        <source>The cluster does not allow this.</source>
        <translation>集群不允许此操作。</translation>
    </message>
    <message>
        <source>Ask its administrator for the right.</source>
        <translation>请向其管理员申请权限。</translation>
    </message>
    <message>
        <source>The file “%1” is missing.</source>
        <translation>缺少文件“%1”。</translation>
    </message>
    <message>
        <source>The cluster does not have this.</source>
        <translation>集群中没有此项。</translation>
    </message>
    <message>
        <source>No connection to the cluster at %1.</source>
        <translation>无法连接位于 %1 的集群。</translation>
    </message>
    <message>
        <source>Check the network or VPN, and the server in the kubeconfig.</source>
        <translation>请检查网络或 VPN，以及 kubeconfig 中的 server。</translation>
    </message>
    <message>
        <source>The connection to %1 cannot be trusted.</source>
        <translation>与 %1 的连接不可信。</translation>
    </message>
    <message>
        <source>Check the certificate authority in the kubeconfig, and this computer&apos;s clock.</source>
        <translation>请检查 kubeconfig 中的证书颁发机构和本机时钟。</translation>
    </message>
    <message>
        <source>The cluster sent nothing for too long.</source>
        <translation>集群太久没有发送任何内容。</translation>
    </message>
    <message>
        <source>Trying again often helps.</source>
        <translation>再试一次往往有用。</translation>
    </message>
    <message>
        <source>The cluster cannot answer now (HTTP %1).</source>
        <translation>集群现在无法应答（HTTP %1）。</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>The cluster refuses this request (HTTP %1).</source>
        <translation>集群拒绝此请求（HTTP %1）。</translation>
    </message>
    <message>
        <source>What answered is no Kubernetes API server.</source>
        <translation>应答方不是 Kubernetes API 服务器。</translation>
    </message>
    <message>
        <source>Check the server in the kubeconfig.</source>
        <translation>请检查 kubeconfig 中的 server。</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%2 中的 %1：%3</translation>
    </message>
    <message>
        <source>The certificates or the key of this context cannot be read.</source>
        <translation>无法读取此上下文的证书或密钥。</translation>
    </message>
    <message>
        <source>They must be PEM, with an RSA or EC key.</source>
        <translation>它们必须是 PEM 格式，密钥为 RSA 或 EC。</translation>
    </message>
    <message>
        <source>Google&apos;s Prometheus needs a sign-in at Google, which this context does not have.</source>
        <translation>Google 的 Prometheus 需要登录 Google，而此上下文没有。</translation>
    </message>
    <message>
        <source>Use a context that signs in with gke-gcloud-auth-plugin.</source>
        <translation>请使用通过 gke-gcloud-auth-plugin 登录的上下文。</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is larger than this program reads.</source>
        <translation>集群的应答超出了本程序读取的大小。</translation>
    </message>
    <message>
        <source>Secrets are never listed or read here, whatever the cluster allows.</source>
        <translation>无论集群是否允许，这里从不列出或读取 Secret。</translation>
    </message>
</context>
<context>
    <name>DatabaseWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted since %1.</source>
        <translation>自 %1 起计数。</translation>
    </message>
    <message>
        <source>The server does not tell this.</source>
        <translation>服务器没有说明此项。</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Size of the database</source>
        <translation>数据库大小</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>One that was applied is not this program&apos;s</source>
        <translation>有一个已应用的迁移与此程序的不一致</translation>
    </message>
    <message numerus="yes">
        <source>All %n are applied</source>
        <translation>
            <numerusform>%n 个已全部应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Pending: %1</source>
        <translation>待应用：%1</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>of other users (not told)</source>
        <translation>其他用户的（未说明）</translation>
    </message>
    <message>
        <source>All, of %1 at most</source>
        <translation>全部（最多 %1）</translation>
    </message>
    <message>
        <source>Cache and transactions</source>
        <translation>缓存和事务</translation>
    </message>
    <message>
        <source>Blocks that came from memory</source>
        <translation>来自内存的数据块</translation>
    </message>
    <message>
        <source>Oldest open transaction</source>
        <translation>最早的未结束事务</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Waiting for locks</source>
        <translation>等待锁</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>阻塞者</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待时长</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Nobody waits for anybody.</source>
        <translation>没有进程在等待其他进程。</translation>
    </message>
    <message>
        <source>Slowest statements</source>
        <translation>最慢的语句</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>None was counted yet.</source>
        <translation>尚未计数任何语句。</translation>
    </message>
    <message>
        <source>Those of other users of the database are not told.</source>
        <translation>数据库其他用户的语句未说明。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>死行</translation>
    </message>
    <message>
        <source>Bloat</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>Vacuumed</source>
        <translation>上次清理</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Bloat is an estimate from the share of dead rows.</source>
        <translation>膨胀是根据死行所占比例估算的。</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Behind by</source>
        <translation>滞后时间</translation>
    </message>
    <message>
        <source>Bytes behind</source>
        <translation>滞后字节数</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No replica follows this server.</source>
        <translation>没有副本跟随此服务器。</translation>
    </message>
    <message>
        <source>Replication slots</source>
        <translation>复制槽</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Keeps WAL</source>
        <translation>保留的 WAL</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>fails, last %1</source>
        <translation>失败，最近一次：%1</translation>
    </message>
    <message>
        <source>on, nothing archived yet</source>
        <translation>已开启，尚未归档任何内容</translation>
    </message>
    <message>
        <source>on, last %1</source>
        <translation>已开启，最近一次：%1</translation>
    </message>
    <message>
        <source>none was written down</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>went well, %1</source>
        <translation>成功，%1</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation>失败，%1</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Archiving of WAL</source>
        <translation>WAL 归档</translation>
    </message>
    <message>
        <source>Last restore drill</source>
        <translation>上次恢复演练</translation>
    </message>
    <message>
        <source>PostgreSQL keeps no record of base backups; a drill proves that one can be restored.</source>
        <translation>PostgreSQL 不保留基础备份的记录；演练可证明备份能够恢复。</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>不良</translation>
    </message>
    <message>
        <source>%1 of %2 connections are taken; more than 80 % leave no room for a rush.</source>
        <translation>%2 个连接中已占用 %1 个；超过 80% 便没有余量应对突增。</translation>
    </message>
    <message>
        <source>%1 of the blocks came from memory; less than 95 % means that it is too small.</source>
        <translation>%1 的数据块来自内存；低于 95% 表示内存太小。</translation>
    </message>
    <message>
        <source>A transaction is open for %1; beyond 15 minutes it keeps vacuum from its work.</source>
        <translation>有一个事务已打开 %1；超过 15 分钟会妨碍清理（vacuum）工作。</translation>
    </message>
    <message>
        <source>The replica “%1” is %2 behind; more than 30 s are lost if it has to take over.</source>
        <translation>副本“%1”滞后 %2；如果需要由它接管，会丢失超过 30 秒的数据。</translation>
    </message>
    <message>
        <source>The slot “%1” is not in use and keeps %2 of WAL; beyond 1 GiB it fills the disk.</source>
        <translation>槽“%1”未在使用，却保留了 %2 的 WAL；超过 1 GiB 会逐渐占满磁盘。</translation>
    </message>
    <message numerus="yes">
        <source>%n migrations are pending; run aiagent-server migrate up.</source>
        <translation>
            <numerusform>有 %n 个迁移待应用；请运行 aiagent-server migrate up。</numerusform>
        </translation>
    </message>
    <message>
        <source>A migration that was applied is not the one that the server has.</source>
        <translation>有一个已应用的迁移与服务器中的不一致。</translation>
    </message>
    <message>
        <source>WAL cannot be archived, last tried %1; a backup is only as new as the archive.</source>
        <translation>无法归档 WAL，上次尝试：%1；备份最新只能到归档为止。</translation>
    </message>
    <message>
        <source>The last restore of a backup failed, %1.</source>
        <translation>上次恢复备份失败，%1。</translation>
    </message>
    <message>
        <source>The last restore drill was %1; after 90 days nobody knows whether a backup is of use.</source>
        <translation>上次恢复演练：%1；超过 90 天便无从得知备份是否可用。</translation>
    </message>
    <message>
        <source>No restore drill was written down; a backup that was never restored is a hope.</source>
        <translation>没有恢复演练的记录；从未恢复过的备份只是一种希望。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found, but %n parts could not be looked at.</source>
        <translation>
            <numerusform>未发现问题，但有 %n 个部分无法查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found that needs a look.</source>
        <translation>未发现需要关注的内容。</translation>
    </message>
</context>
<context>
    <name>DeploymentsHead</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 – %2 and others</source>
        <translation>%1 – %2 等</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <translation>%1 – %2：%3</translation>
    </message>
</context>
<context>
    <name>ErrorStrip</name>
    <message>
        <source>Copy Details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>the format has no place for it</source>
        <translation>该格式无处存放</translation>
    </message>
    <message>
        <source>comes back otherwise</source>
        <translation>再导入时会有所不同</translation>
    </message>
    <message>
        <source>not known to this program, left out</source>
        <translation>本程序不认识，已略去</translation>
    </message>
    <message>
        <source>has a value that does not fit, left out</source>
        <translation>值不合适，已略去</translation>
    </message>
    <message>
        <source>template logic is not run, kept as text</source>
        <translation>模板逻辑不会执行，保留为文本</translation>
    </message>
    <message>
        <source>a template filter is not run, kept as text</source>
        <translation>模板过滤器不会执行，保留为文本</translation>
    </message>
    <message>
        <source>a template comment, kept as text</source>
        <translation>模板注释，保留为文本</translation>
    </message>
    <message>
        <source>another prompt within this one, kept as text</source>
        <translation>嵌套在其中的另一提示词，保留为文本</translation>
    </message>
    <message>
        <source>an environment variable, not read</source>
        <translation>环境变量，未读取</translation>
    </message>
    <message>
        <source>a file, not read</source>
        <translation>文件，未读取</translation>
    </message>
    <message>
        <source>something kept on a server, left out</source>
        <translation>保存在服务器上的内容，已略去</translation>
    </message>
    <message>
        <source>several messages became one prompt</source>
        <translation>多条消息合并为一个提示词</translation>
    </message>
    <message>
        <source>not text, left out</source>
        <translation>不是文本，已略去</translation>
    </message>
    <message>
        <source>a parameter that requests do not have</source>
        <translation>请求中没有的参数</translation>
    </message>
    <message>
        <source>an agent names a model, and no provider</source>
        <translation>智能体只指定模型，不指定提供方</translation>
    </message>
    <message>
        <source>a check by machine became words</source>
        <translation>自动检查改为文字描述</translation>
    </message>
    <message>
        <source>made up, for it had none</source>
        <translation>原本没有，已自动补上</translation>
    </message>
    <message>
        <source>a secret, left behind</source>
        <translation>机密内容，未带入</translation>
    </message>
    <message>
        <source>a file without a place in an agent</source>
        <translation>在智能体中没有位置的文件</translation>
    </message>
    <message>
        <source>it leads out of its folder</source>
        <translation>它指向所在文件夹之外</translation>
    </message>
    <message>
        <source>it is too large, too deep, or unpacks to too much</source>
        <translation>它过大、层级过深，或解压后过大</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>它已加密</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>它不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>its name is there twice</source>
        <translation>其名称出现了两次</translation>
    </message>
    <message>
        <source>it is damaged, or not what its name says</source>
        <translation>它已损坏，或与其名称不符</translation>
    </message>
    <message>
        <source>AI Agent Generator (JSON)</source>
        <translation>AI Agent Generator (JSON)</translation>
    </message>
    <message>
        <source>OpenAI prompt object</source>
        <translation>OpenAI 提示词对象</translation>
    </message>
    <message>
        <source>OpenAI request (Responses)</source>
        <translation>OpenAI 请求 (Responses)</translation>
    </message>
    <message>
        <source>OpenAI request (Chat Completions)</source>
        <translation>OpenAI 请求 (Chat Completions)</translation>
    </message>
    <message>
        <source>A2A agent card</source>
        <translation>A2A 智能体卡片</translation>
    </message>
    <message>
        <source>Library folder for git</source>
        <translation>用于 git 的库文件夹</translation>
    </message>
    <message>
        <source>Everything, with all versions.</source>
        <translation>全部内容，包括所有版本。</translation>
    </message>
    <message>
        <source>Everything, one folder an agent; of the versions their log.</source>
        <translation>全部内容，每个智能体一个文件夹；版本只含日志。</translation>
    </message>
    <message>
        <source>Everything but the versions.</source>
        <translation>除版本外的全部内容。</translation>
    </message>
    <message>
        <source>Name, description, prompt, model, parameters, tools, output schema, tags and variables.</source>
        <translation>名称、描述、提示词、模型、参数、工具、输出架构、标签和变量。</translation>
    </message>
    <message>
        <source>Name, description, prompt, model, parameters, tools, output schema and test cases.</source>
        <translation>名称、描述、提示词、模型、参数、工具、输出架构和测试用例。</translation>
    </message>
    <message>
        <source>Name, prompt, model, parameters, tools, output schema and tags.</source>
        <translation>名称、提示词、模型、参数、工具、输出架构和标签。</translation>
    </message>
    <message>
        <source>Name, prompt, model, parameters, tools and output schema.</source>
        <translation>名称、提示词、模型、参数、工具和输出架构。</translation>
    </message>
    <message>
        <source>Prompt, model, parameters, tools and output schema.</source>
        <translation>提示词、模型、参数、工具和输出架构。</translation>
    </message>
    <message>
        <source>Name and prompt.</source>
        <translation>名称和提示词。</translation>
    </message>
    <message>
        <source>Name, description and prompt.</source>
        <translation>名称、描述和提示词。</translation>
    </message>
    <message>
        <source>Name, description, tags and starters: a description for others, not the agent itself.</source>
        <translation>名称、描述、标签和开场问题：供他人了解的说明，而非智能体本身。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <translation>%1（“%2”）</translation>
    </message>
    <message>
        <source>It could be one of several formats: %1. Say which.</source>
        <translation>可能是以下几种格式之一：%1。请指明是哪一种。</translation>
    </message>
    <message>
        <source>It is in no format that is known here.</source>
        <translation>不属于本程序认识的任何格式。</translation>
    </message>
    <message>
        <source>Another one of this import has the same id and says something else.</source>
        <translation>此次导入中另有一项 ID 相同而内容不同。</translation>
    </message>
    <message>
        <source>It cannot be taken in: %1.</source>
        <translation>无法导入：%1。</translation>
    </message>
    <message>
        <source>Refused: %1. Nothing was changed.</source>
        <translation>已拒绝：%1。未更改任何内容。</translation>
    </message>
    <message>
        <source>“%1” is refused: %2. Nothing was changed.</source>
        <translation>已拒绝“%1”：%2。未更改任何内容。</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>导入自 %1</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>These variables have no value: %1.</source>
        <translation>这些变量没有值：%1。</translation>
    </message>
    <message>
        <source>Give each of them a value.</source>
        <translation>请为每个变量赋值。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>未选择模型。</translation>
    </message>
    <message>
        <source>Choose one for the agent, or a default model for the provider.</source>
        <translation>请为智能体选择模型，或为提供方选择默认模型。</translation>
    </message>
    <message>
        <source>The base URL is not an address this program can use.</source>
        <translation>程序无法使用此基础 URL。</translation>
    </message>
    <message>
        <source>Write it with http:// or https://, for example https://api.openai.com/v1.</source>
        <translation>请以 http:// 或 https:// 开头，例如 https://api.openai.com/v1。</translation>
    </message>
    <message>
        <source>This run cannot be resumed.</source>
        <translation>无法续接此运行。</translation>
    </message>
    <message>
        <source>Only an interrupted run with the parameter “background” can; run it again instead.</source>
        <translation>只有带参数“background”的中断运行才能续接；请改为再次运行。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1为空。</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1过长。</translation>
    </message>
    <message>
        <source>%1 is not proper text.</source>
        <translation>%1不是有效的文本。</translation>
    </message>
    <message>
        <source>It must be UTF-8 without zero bytes.</source>
        <translation>必须是不含零字节的 UTF-8。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Check the path and your rights.</source>
        <translation>请检查路径和您的权限。</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation>请选择其他名称；未覆盖任何内容。</translation>
    </message>
    <message>
        <source>%1 has a value that does not fit.</source>
        <translation>%1的值不合适。</translation>
    </message>
    <message>
        <source>Correct it; nothing was changed.</source>
        <translation>请更正；未更改任何内容。</translation>
    </message>
    <message>
        <source>The provider does not know this model or address.</source>
        <translation>提供方不认识此模型或地址。</translation>
    </message>
    <message>
        <source>Choose another model, or check the base URL.</source>
        <translation>请选择其他模型，或检查基础 URL。</translation>
    </message>
    <message>
        <source>The provider does not know this model.</source>
        <translation>提供方不认识此模型。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择其他模型。</translation>
    </message>
    <message>
        <source>The provider refuses “%1” for this model.</source>
        <translation>提供方不接受将“%1”用于此模型。</translation>
    </message>
    <message>
        <source>Take it away, or choose another model.</source>
        <translation>请将其移除，或选择其他模型。</translation>
    </message>
    <message>
        <source>The provider refuses this request.</source>
        <translation>提供方拒绝了此请求。</translation>
    </message>
    <message>
        <source>A web page came back instead of an answer.</source>
        <translation>收到的是网页，而不是回答。</translation>
    </message>
    <message>
        <source>A hotel or company network may want you to sign in first, or the base URL is that of a web site.</source>
        <translation>酒店或公司网络可能要求您先登录，或者基础 URL 是某个网站的地址。</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>无法读取回答。</translation>
    </message>
    <message>
        <source>Check that the address is that of an OpenAI-compatible API.</source>
        <translation>请检查该地址是否属于与 OpenAI 兼容的 API。</translation>
    </message>
    <message>
        <source>The provider reported an error while it answered.</source>
        <translation>提供方在回答时报告了错误。</translation>
    </message>
    <message>
        <source>What arrived is kept. Trying again often helps.</source>
        <translation>已收到的内容会保留。重试往往有效。</translation>
    </message>
    <message>
        <source>The provider has a problem of its own (HTTP %1).</source>
        <translation>提供方自身出现问题（HTTP %1）。</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>It asks to wait %1.</source>
        <translation>对方要求等待 %1。</translation>
    </message>
    <message>
        <source>The provider&apos;s rate limit is reached.</source>
        <translation>已达到提供方的速率限制。</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>无法连接到%1。</translation>
    </message>
    <message>
        <source>Could not reach it: check the network and the base URL, or whether the server runs.</source>
        <translation>无法到达：请检查网络和基础 URL，或服务器是否在运行。</translation>
    </message>
    <message>
        <source>The provider sent nothing for too long.</source>
        <translation>提供方长时间未发送任何内容。</translation>
    </message>
    <message>
        <source>Trying again often helps.</source>
        <translation>重试往往有效。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>%1的证书不受信任。</translation>
    </message>
    <message>
        <source>If your company inspects traffic, add its certificate under Settings, Network.</source>
        <translation>如果您的公司检查网络流量，请在“设置”的“网络”中添加其证书。</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password (407).</source>
        <translation>代理服务器要求用户名和密码 (407)。</translation>
    </message>
    <message>
        <source>Give them under Settings, Network.</source>
        <translation>请在“设置”的“网络”中填写。</translation>
    </message>
    <message>
        <source>The connection was interrupted before the answer was complete.</source>
        <translation>连接在回答完成之前中断。</translation>
    </message>
    <message>
        <source>What arrived is kept.</source>
        <translation>已收到的内容会保留。</translation>
    </message>
    <message>
        <source>The account has no credit or has reached its quota or spend limit.</source>
        <translation>账户没有余额，或已达到配额或支出上限。</translation>
    </message>
    <message>
        <source>Trying again will not help: see the billing page of the provider.</source>
        <translation>重试无济于事：请查看提供方的账单页面。</translation>
    </message>
    <message>
        <source>The key may not do this.</source>
        <translation>此密钥无权执行此操作。</translation>
    </message>
    <message>
        <source>Ask the administrator of the account.</source>
        <translation>请联系账户管理员。</translation>
    </message>
    <message>
        <source>There is no API key for “%1”.</source>
        <translation>“%1”没有 API 密钥。</translation>
    </message>
    <message>
        <source>Set OPENAI_API_KEY, give a key in the settings, or rehearse without one.</source>
        <translation>请设置 OPENAI_API_KEY，在设置中填写密钥，或无密钥演练。</translation>
    </message>
    <message>
        <source>The provider does not accept the API key.</source>
        <translation>提供方不接受此 API 密钥。</translation>
    </message>
    <message>
        <source>Check the key, or give another one.</source>
        <translation>请检查密钥，或改用其他密钥。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be saved.</source>
        <translation>磁盘已满，无法保存任何内容。</translation>
    </message>
    <message>
        <source>Make room and save again; your text is still here.</source>
        <translation>请腾出空间后再次保存；您的文字仍在此处。</translation>
    </message>
    <message>
        <source>The profile folder cannot be written.</source>
        <translation>无法写入配置目录。</translation>
    </message>
    <message>
        <source>Check its rights, or choose another with --profile.</source>
        <translation>请检查其权限，或用 --profile 选择其他目录。</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>数据库已损坏。</translation>
    </message>
    <message>
        <source>Restart the program: it keeps the damaged file and carries over what can be read.</source>
        <translation>请重新启动程序：程序会保留损坏的文件，并转移可读取的内容。</translation>
    </message>
    <message>
        <source>This profile belongs to a newer version of the program.</source>
        <translation>此配置目录属于更新版本的程序。</translation>
    </message>
    <message>
        <source>Update the program; nothing was changed.</source>
        <translation>请更新程序；未更改任何内容。</translation>
    </message>
    <message>
        <source>Saving failed.</source>
        <translation>保存失败。</translation>
    </message>
    <message>
        <source>Try again; your text is still here.</source>
        <translation>请重试；您的文字仍在此处。</translation>
    </message>
    <message>
        <source>The answer ended at its limit of output tokens.</source>
        <translation>回答因达到输出词元上限而结束。</translation>
    </message>
    <message>
        <source>Raise max_output_tokens, or lower the reasoning effort.</source>
        <translation>请提高 max_output_tokens，或降低推理强度。</translation>
    </message>
    <message>
        <source>The model or its filter declined to answer.</source>
        <translation>模型或其过滤器拒绝回答。</translation>
    </message>
    <message>
        <source>Put the request another way.</source>
        <translation>请换一种方式提出请求。</translation>
    </message>
    <message>
        <source>There is no “%1”.</source>
        <translation>没有“%1”。</translation>
    </message>
    <message>
        <source>“%1” fits more than one.</source>
        <translation>“%1”符合多个项目。</translation>
    </message>
    <message>
        <source>Use the id.</source>
        <translation>请使用 ID。</translation>
    </message>
    <message>
        <source>It was changed elsewhere meanwhile.</source>
        <translation>其间它已在别处更改。</translation>
    </message>
    <message>
        <source>Look at the newer state before you save yours.</source>
        <translation>请先查看较新的状态，再保存您的内容。</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>程序内部出现问题。</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>请附上日志文件进行报告。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation>对方表示：“%1”</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Provider Settings…</source>
        <translation>提供方设置…</translation>
    </message>
    <message>
        <source>Network Settings…</source>
        <translation>网络设置…</translation>
    </message>
    <message>
        <source>Run Without %1</source>
        <translation>不带%1运行</translation>
    </message>
    <message>
        <source>Choose a Model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Correct It</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Raise the Limit…</source>
        <translation>提高上限…</translation>
    </message>
    <message>
        <source>Open Profile Folder</source>
        <translation>打开配置目录</translation>
    </message>
    <message>
        <source>Open Billing Page</source>
        <translation>打开账单页面</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>A conversation starter</source>
        <translation>开场问题</translation>
    </message>
    <message>
        <source>The list of tools</source>
        <translation>工具列表</translation>
    </message>
    <message>
        <source>The output schema</source>
        <translation>输出架构</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>The base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>The kind of API</source>
        <translation>API 类型</translation>
    </message>
    <message>
        <source>The name of the environment variable</source>
        <translation>环境变量名称</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>The file “%1” is not on this computer.</source>
        <translation>文件“%1”不在这台电脑上。</translation>
    </message>
    <message>
        <source>Attach it again, or take it out of the agent&apos;s knowledge.</source>
        <translation>请重新附加它，或将它从智能体的知识中移除。</translation>
    </message>
    <message>
        <source>The kept copy of “%1” was altered, so it is not sent.</source>
        <translation>“%1”的保存副本已被更改，因此不会发送。</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>请重新附加它。</translation>
    </message>
    <message>
        <source>Chat Completions cannot search files.</source>
        <translation>Chat Completions 无法搜索文件。</translation>
    </message>
    <message>
        <source>Send the files with the first message, or choose a provider with the Responses API.</source>
        <translation>请随第一条消息发送文件，或选择支持 Responses API 的提供商。</translation>
    </message>
    <message>
        <source>The provider takes no files under this address.</source>
        <translation>提供商在此地址不接收文件。</translation>
    </message>
    <message>
        <source>Small files can be sent with the first message; OpenAI takes larger ones.</source>
        <translation>小文件可随第一条消息发送；OpenAI 接收更大的文件。</translation>
    </message>
    <message>
        <source>The provider could not read all of the files that are to be searched.</source>
        <translation>提供商未能读取所有待搜索的文件。</translation>
    </message>
    <message>
        <source>Text, PDF and Office documents can be searched. Take out what is none of these.</source>
        <translation>可搜索文本、PDF 和 Office 文档。请移除其他类型的文件。</translation>
    </message>
    <message>
        <source>“%1” is too large.</source>
        <translation>“%1”太大。</translation>
    </message>
    <message>
        <source>A file may have 512 MB at most.</source>
        <translation>单个文件最大 512 MB。</translation>
    </message>
    <message>
        <source>Attach Again…</source>
        <translation>重新附加…</translation>
    </message>
    <message>
        <source>The knowledge</source>
        <translation>知识</translation>
    </message>
</context>
<context>
    <name>ExplainServer</name>
    <message>
        <source>The server does not know this code.</source>
        <translation>服务器不认识此代码。</translation>
    </message>
    <message>
        <source>Copy it anew from the invitation, or ask for another one.</source>
        <translation>请从邀请中重新复制，或索取新的邀请。</translation>
    </message>
    <message>
        <source>This invitation has expired.</source>
        <translation>此邀请已过期。</translation>
    </message>
    <message>
        <source>Ask for a new one: it holds for a day.</source>
        <translation>请索取新的邀请：有效期为一天。</translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation>此邀请已被使用。</translation>
    </message>
    <message>
        <source>Each is for one computer; ask for another one.</source>
        <translation>每个邀请仅用于一台计算机；请另外索取。</translation>
    </message>
    <message>
        <source>This computer is not signed in at the server.</source>
        <translation>此计算机未登录服务器。</translation>
    </message>
    <message>
        <source>Sign in with an invitation. Your edits wait here until then.</source>
        <translation>请用邀请登录。在此之前您的修改会在本机等待。</translation>
    </message>
    <message>
        <source>The sign-in has expired.</source>
        <translation>登录已过期。</translation>
    </message>
    <message>
        <source>Sign in again. Your edits wait here until then.</source>
        <translation>请重新登录。在此之前您的修改会在本机等待。</translation>
    </message>
    <message>
        <source>The server does not take this sign-in any more.</source>
        <translation>服务器不再接受此登录。</translation>
    </message>
    <message>
        <source>This computer&apos;s sign-in was used from a second place, so the server ended it.</source>
        <translation>此计算机的登录曾在另一处被使用，因此服务器已将其终止。</translation>
    </message>
    <message>
        <source>If you copied this profile to another computer, sign in on each. If not, tell your administrator.</source>
        <translation>如果您把此配置复制到了另一台计算机，请在每台上分别登录。否则请告知管理员。</translation>
    </message>
    <message>
        <source>This computer was signed out at the server.</source>
        <translation>此计算机已在服务器上被注销。</translation>
    </message>
    <message>
        <source>Sign in again with a new invitation.</source>
        <translation>请用新的邀请重新登录。</translation>
    </message>
    <message>
        <source>You are not a member of this workspace any more.</source>
        <translation>您已不是此工作区的成员。</translation>
    </message>
    <message>
        <source>Ask its administrator. What is here stays here.</source>
        <translation>请询问其管理员。本机上的内容会保留。</translation>
    </message>
    <message>
        <source>The last administrator cannot leave or become something else.</source>
        <translation>最后一位管理员不能离开，也不能改变角色。</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>请先让其他人成为管理员。</translation>
    </message>
    <message>
        <source>Your role in this workspace does not allow this.</source>
        <translation>您在此工作区中的角色不允许这样做。</translation>
    </message>
    <message>
        <source>Ask an administrator of the workspace.</source>
        <translation>请询问工作区管理员。</translation>
    </message>
    <message>
        <source>The server wants a newer version of this program.</source>
        <translation>服务器需要此程序的更新版本。</translation>
    </message>
    <message>
        <source>Update it. Your edits wait here until then.</source>
        <translation>请更新程序。在此之前您的修改会在本机等待。</translation>
    </message>
    <message>
        <source>The server does not have this any more.</source>
        <translation>服务器上已没有它。</translation>
    </message>
    <message>
        <source>Somebody may have removed it meanwhile.</source>
        <translation>可能其间已有人将其移除。</translation>
    </message>
    <message>
        <source>This library belongs to another account: %1.</source>
        <translation>此库属于另一个账户：%1。</translation>
    </message>
    <message>
        <source>Sign that one out first, or start the program with another --profile.</source>
        <translation>请先注销该账户，或用另一个 --profile 启动程序。</translation>
    </message>
    <message>
        <source>This library is not that of “%1”.</source>
        <translation>此库不属于“%1”。</translation>
    </message>
    <message>
        <source>It was signed in for another workspace or account. Start the program with another --profile to have both.</source>
        <translation>它已为另一个工作区或账户登录。要同时使用两者，请用另一个 --profile 启动程序。</translation>
    </message>
    <message>
        <source>The server was asked too often.</source>
        <translation>对服务器的请求过于频繁。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>请等一分钟后重试。</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>服务器繁忙。</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>This is not an address that the program can sign in at.</source>
        <translation>程序无法在此地址登录。</translation>
    </message>
    <message>
        <source>Write https:// and the server&apos;s name, or paste the whole link of the invitation. http:// is taken only for this computer, as it would send the sign-in in clear.</source>
        <translation>请写 https:// 和服务器名，或粘贴邀请的完整链接。http:// 仅用于本机，因为登录信息会以明文传送。</translation>
    </message>
    <message>
        <source>The code of the invitation is missing.</source>
        <translation>缺少邀请代码。</translation>
    </message>
    <message>
        <source>It stands in the invitation and is used once.</source>
        <translation>它写在邀请中，只能使用一次。</translation>
    </message>
    <message>
        <source>This cannot be decided in that way.</source>
        <translation>不能这样决定。</translation>
    </message>
    <message>
        <source>Take “mine”, “theirs” or “merged”; “file” is for one text that both changed.</source>
        <translation>请用“mine”“theirs”或“merged”；“file”用于双方都改过的单个文本。</translation>
    </message>
    <message>
        <source>This library is on this computer alone.</source>
        <translation>此库只在这台计算机上。</translation>
    </message>
    <message>
        <source>Sign in at a server first.</source>
        <translation>请先登录服务器。</translation>
    </message>
    <message>
        <source>The answer is not one of a server of AI Agent Generator.</source>
        <translation>该响应不是 AI Agent Generator 服务器的响应。</translation>
    </message>
    <message>
        <source>Check the address; a hotel or company network may also want you to sign in first.</source>
        <translation>请检查地址；酒店或公司网络也可能要求先登录。</translation>
    </message>
    <message>
        <source>The server has a problem of its own (HTTP %1).</source>
        <translation>服务器自身出现问题（HTTP %1）。</translation>
    </message>
    <message>
        <source>Try again in a while; the administrator finds the reason in its log.</source>
        <translation>请稍后重试；管理员可在其日志中找到原因。</translation>
    </message>
    <message>
        <source>The server refuses this.</source>
        <translation>服务器拒绝了此操作。</translation>
    </message>
    <message>
        <source>This is shown to operators of the server, and you are none.</source>
        <translation>此内容只向服务器的运维人员显示，而您不是。</translation>
    </message>
    <message>
        <source>One of them can let you see it with aiagent-server ops grant.</source>
        <translation>他们可以用 aiagent-server ops grant 允许您查看。</translation>
    </message>
    <message>
        <source>This server does not offer this.</source>
        <translation>此服务器不提供此功能。</translation>
    </message>
    <message>
        <source>A newer version of it may.</source>
        <translation>较新的版本可能会提供。</translation>
    </message>
</context>
<context>
    <name>FieldSections</name>
    <message>
        <source>%1, required</source>
        <translation>%1，必需</translation>
    </message>
    <message>
        <source>%1, one of</source>
        <translation>%1，可选值</translation>
    </message>
    <message>
        <source>%1, type</source>
        <translation>%1，类型</translation>
    </message>
    <message>
        <source>%1, added</source>
        <translation>%1，已添加</translation>
    </message>
    <message>
        <source>%1, removed</source>
        <translation>%1，已移除</translation>
    </message>
    <message>
        <source>… and more changes, too many to be shown.</source>
        <translation>……还有更多更改，无法全部显示。</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>the whole schema</source>
        <translation>整个架构</translation>
    </message>
    <message>
        <source>{{%1}} is not declared.</source>
        <translation>{{%1}} 未声明。</translation>
    </message>
    <message>
        <source>{{%1}} is not declared. Is {{%2}} meant?</source>
        <translation>{{%1}} 未声明。是否应为 {{%2}}？</translation>
    </message>
    <message>
        <source>An OpenAI key</source>
        <translation>OpenAI 密钥</translation>
    </message>
    <message>
        <source>A GitHub token</source>
        <translation>GitHub 令牌</translation>
    </message>
    <message>
        <source>An AWS key</source>
        <translation>AWS 密钥</translation>
    </message>
    <message>
        <source>A Slack token</source>
        <translation>Slack 令牌</translation>
    </message>
    <message>
        <source>A Google key</source>
        <translation>Google 密钥</translation>
    </message>
    <message>
        <source>A Stripe key</source>
        <translation>Stripe 密钥</translation>
    </message>
    <message>
        <source>A signed token</source>
        <translation>已签名的令牌</translation>
    </message>
    <message>
        <source>A private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>A password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>A secret</source>
        <translation>机密内容</translation>
    </message>
    <message>
        <source>Two sentences contradict each other: “%1” and “%2”.</source>
        <translation>两句话互相矛盾：“%1”和“%2”。</translation>
    </message>
    <message>
        <source>The variable “%1” is used nowhere.</source>
        <translation>变量“%1”未在任何地方使用。</translation>
    </message>
    <message>
        <source>The variable “%1” has no description.</source>
        <translation>变量“%1”没有描述。</translation>
    </message>
    <message>
        <source>The section “%1” is empty.</source>
        <translation>小节“%1”为空。</translation>
    </message>
    <message>
        <source>This paragraph is there twice: “%1”.</source>
        <translation>此段落出现了两次：“%1”。</translation>
    </message>
    <message>
        <source>Two languages are asked for: “%1” and “%2”.</source>
        <translation>要求了两种语言：“%1”和“%2”。</translation>
    </message>
    <message>
        <source>Two forms of answer are asked for: “%1” and “%2”.</source>
        <translation>要求了两种回答形式：“%1”和“%2”。</translation>
    </message>
    <message>
        <source>Two lengths are asked for: “%1” and “%2”.</source>
        <translation>要求了两种长度：“%1”和“%2”。</translation>
    </message>
    <message>
        <source>“%1” is another program&apos;s way of writing templates: it stays as it is.</source>
        <translation>“%1”是其他程序的模板写法：将原样保留。</translation>
    </message>
    <message>
        <source>%1 stands in the text: it is sent with every run.</source>
        <translation>%1出现在文中：每次运行都会发送。</translation>
    </message>
    <message>
        <source>The prompt has about %1 tokens, more than the %2 that %3 can read.</source>
        <translation>提示词约有 %1 词元，超过 %3 可读取的 %2 词元。</translation>
    </message>
    <message>
        <source>The prompt has about %1 tokens: of the %2 that %3 can read, little is left.</source>
        <translation>提示词约有 %1 词元：在 %3 可读取的 %2 词元中所剩无几。</translation>
    </message>
    <message>
        <source>The model %1 was shut down on %2.</source>
        <translation>模型 %1 已于 %2 停用。</translation>
    </message>
    <message>
        <source>The model %1 was shut down on %2. %3 follows it.</source>
        <translation>模型 %1 已于 %2 停用，由 %3 接替。</translation>
    </message>
    <message>
        <source>The model %1 will be shut down on %2.</source>
        <translation>模型 %1 将于 %2 停用。</translation>
    </message>
    <message>
        <source>The model %1 will be shut down on %2. %3 follows it.</source>
        <translation>模型 %1 将于 %2 停用，由 %3 接替。</translation>
    </message>
    <message>
        <source>%2 refuses “%1”.</source>
        <translation>%2 不接受“%1”。</translation>
    </message>
    <message>
        <source>The output schema is not a JSON object (line %1, column %2).</source>
        <translation>输出架构不是 JSON 对象（第 %1 行，第 %2 列）。</translation>
    </message>
    <message>
        <source>The root of a strict schema must be an object.</source>
        <translation>严格架构的根必须是对象。</translation>
    </message>
    <message>
        <source>A strict schema requires %1.</source>
        <translation>严格架构要求将%1设为必需。</translation>
    </message>
    <message>
        <source>A strict schema allows no further properties in %1.</source>
        <translation>严格架构不允许%1中有其他属性。</translation>
    </message>
    <message>
        <source>“%2” is required in %1, but it is no property of it.</source>
        <translation>“%2”在%1中为必需，但不是其属性。</translation>
    </message>
    <message>
        <source>A strict schema has no default in %1.</source>
        <translation>严格架构不允许%1中有默认值。</translation>
    </message>
    <message>
        <source>A strict schema does not know “%2” (in %1).</source>
        <translation>严格架构不支持“%2”（位于%1）。</translation>
    </message>
    <message>
        <source>The tools are not a JSON list of objects (line %1, column %2).</source>
        <translation>工具不是由对象组成的 JSON 列表（第 %1 行，第 %2 列）。</translation>
    </message>
    <message>
        <source>Tool %1 has no name.</source>
        <translation>工具 %1 没有名称。</translation>
    </message>
    <message>
        <source>The tool “%1” has no description: the model cannot know when to call it.</source>
        <translation>工具“%1”没有描述：模型无法知道何时调用它。</translation>
    </message>
    <message>
        <source>Two tools are called “%1”.</source>
        <translation>有两个工具名为“%1”。</translation>
    </message>
    <message>
        <source>The tool “%1” requires “%3” in %2, but it is no property of it.</source>
        <translation>工具“%1”要求%2中有“%3”，但它不是其属性。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Declare It</source>
        <translation>声明变量</translation>
    </message>
    <message>
        <source>Take It Away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Make It a Variable</source>
        <translation>改为变量</translation>
    </message>
    <message>
        <source>Use the Successor</source>
        <translation>改用后继模型</translation>
    </message>
    <message>
        <source>Make It Strict</source>
        <translation>改为严格</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>输出架构</translation>
    </message>
    <message>
        <source>Starters</source>
        <translation>开场问题</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Parameter %1</source>
        <translation>参数 %1</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>工具 %1</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <translation>变量 %1</translation>
    </message>
    <message>
        <source>Knowledge %1</source>
        <translation>知识 %1</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>用例 %1</translation>
    </message>
</context>
<context>
    <name>GeneratedText</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>模型类型</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>推理强度</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>详细程度</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>输出架构</translation>
    </message>
    <message>
        <source>Conversation starters</source>
        <translation>开场问题</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>测试用例</translation>
    </message>
</context>
<context>
    <name>HeadFigures</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发行版</translation>
    </message>
    <message>
        <source>Deployments cannot be seen.</source>
        <translation>无法查看 Deployment。</translation>
    </message>
    <message>
        <source>There is no deployment.</source>
        <translation>没有 Deployment。</translation>
    </message>
    <message>
        <source>without a version</source>
        <translation>没有版本</translation>
    </message>
    <message>
        <source>%1 · %2 old</source>
        <comment>a release and its age</comment>
        <translation>%1 · %2 前</translation>
    </message>
    <message>
        <source>In place since %1</source>
        <translation>自 %1 起就位</translation>
    </message>
    <message>
        <source>Not wholly in place yet</source>
        <translation>尚未完全就位</translation>
    </message>
    <message>
        <source>Error budget</source>
        <translation>错误预算</translation>
    </message>
    <message>
        <source>No Prometheus belongs to this environment.</source>
        <translation>此环境没有对应的 Prometheus。</translation>
    </message>
    <message>
        <source>Prometheus does not tell of failed requests.</source>
        <translation>Prometheus 没有说明失败的请求。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No cron job here makes one.</source>
        <translation>此处没有创建备份的 CronJob。</translation>
    </message>
    <message>
        <source>Cron jobs cannot be seen.</source>
        <translation>无法查看 CronJob。</translation>
    </message>
    <message>
        <source>That a run ended well does not prove a usable copy.</source>
        <translation>运行正常结束并不证明备份可用。</translation>
    </message>
    <message>
        <source>%1 old</source>
        <comment>age of a backup</comment>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>This environment’s API tells of it where one is signed in as an operator.</source>
        <translation>以运维人员身份登录此环境的 API 后即可得知。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，有效至 %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>of a certificate</comment>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Prometheus does not tell of alerts.</source>
        <translation>Prometheus 没有说明警报。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <translation>查询于 %1</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>%1 has revision %2 now: %3.</source>
        <translation>%1 现在的修订版本为 %2：%3。</translation>
    </message>
    <message>
        <source>%1 has other images now: %2.</source>
        <translation>%1 现在使用其他镜像：%2。</translation>
    </message>
    <message>
        <source>%1 is to have %2 replicas.</source>
        <translation>%1 应有 %2 个副本。</translation>
    </message>
    <message>
        <source>%1 was scaled from %2 to %3 replicas.</source>
        <translation>%1 已从 %2 个副本扩缩到 %3 个。</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 的判定为“%2”。</translation>
    </message>
    <message>
        <source>%1 was %2 and is %3 now.</source>
        <translation>%1 的判定由“%2”变为“%3”。</translation>
    </message>
    <message>
        <source>The environment was %1 and is %2 now.</source>
        <translation>环境的判定由“%1”变为“%2”。</translation>
    </message>
    <message>
        <source>Nobody watched from %1 to %2.</source>
        <translation>从 %1 到 %2 无人监视。</translation>
    </message>
    <message>
        <source>Appeared</source>
        <translation>已出现</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>已扩缩</translation>
    </message>
    <message>
        <source>Rollout begun</source>
        <translation>发布开始</translation>
    </message>
    <message>
        <source>Rollout done</source>
        <translation>发布完成</translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation>发布失败</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Crash loop</source>
        <translation>反复崩溃</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Autoscaled</source>
        <translation>自动扩缩</translation>
    </message>
    <message>
        <source>Node not ready</source>
        <translation>节点未就绪</translation>
    </message>
    <message>
        <source>Node ready</source>
        <translation>节点就绪</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>未监视</translation>
    </message>
    <message>
        <source>%1 appeared.</source>
        <translation>%1 已出现。</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 已被删除。</translation>
    </message>
    <message>
        <source>A rollout of %1 began.</source>
        <translation>%1 的发布已开始。</translation>
    </message>
    <message>
        <source>The rollout of %1 is done.</source>
        <translation>%1 的发布已完成。</translation>
    </message>
    <message>
        <source>The rollout of %1 failed.</source>
        <translation>%1 的发布失败。</translation>
    </message>
    <message>
        <source>Container %2 of %1 was killed: it was out of memory.</source>
        <translation>%1 的容器 %2 被终止：内存不足。</translation>
    </message>
    <message>
        <source>Container %2 of %1 began to crash again and again.</source>
        <translation>%1 的容器 %2 开始反复崩溃。</translation>
    </message>
    <message numerus="yes">
        <source>The cluster warns of %1 (%n time(s)).</source>
        <translation>
            <numerusform>集群对 %1 发出警告（%n 次）。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not ready.</source>
        <translation>%1 未就绪。</translation>
    </message>
    <message>
        <source>%1 is ready again.</source>
        <translation>%1 已重新就绪。</translation>
    </message>
    <message>
        <source>Deployment report</source>
        <translation>部署报告</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有任何记录。</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>新鲜度</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Alert ended</source>
        <translation>警报结束</translation>
    </message>
    <message>
        <source>%1 fires.</source>
        <translation>%1 已触发。</translation>
    </message>
    <message>
        <source>%1 fires: %2</source>
        <translation>%1 已触发：%2</translation>
    </message>
    <message>
        <source>%1 fires no more.</source>
        <translation>%1 不再触发。</translation>
    </message>
</context>
<context>
    <name>Human</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day, month and year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <comment>tokens</comment>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>%1k tok</source>
        <comment>thousands of tokens</comment>
        <translation>%1k 词元</translation>
    </message>
    <message>
        <source>0 ¢</source>
        <translation>0 ¢</translation>
    </message>
    <message>
        <source>&lt; %1 ¢</source>
        <translation>&lt; %1 ¢</translation>
    </message>
    <message>
        <source>%1 ¢</source>
        <translation>%1 ¢</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>$%1</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Looking up the uploaded files</source>
        <translation>正在查找已上传的文件</translation>
    </message>
    <message>
        <source>The vector store takes in the files: %1 of %2</source>
        <translation>向量存储正在收录文件：%1 / %2</translation>
    </message>
    <message>
        <source>Uploading “%1” (%2 of %3)</source>
        <translation>正在上传“%1”（%2 / %3）</translation>
    </message>
    <message>
        <source>Uploading “%1”</source>
        <translation>正在上传“%1”</translation>
    </message>
    <message>
        <source>%1 – %2 %</source>
        <comment>what is uploaded, and how far it is</comment>
        <translation>%1 – %2%</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>%1 is not in the image %2: the upload fails each time.</source>
        <translation>镜像 %2 中没有 %1：每次上传都会失败。</translation>
    </message>
    <message>
        <source>Use an image that has both tools, and gcloud storage instead of gsutil.</source>
        <translation>请使用同时包含这两个工具的镜像，并用 gcloud storage 代替 gsutil。</translation>
    </message>
    <message>
        <source>The pod uploads and has no service account that may.</source>
        <translation>该 Pod 要上传，却没有有权上传的服务账号。</translation>
    </message>
    <message>
        <source>Name a service account that is bound to a cloud identity.</source>
        <translation>请指定一个绑定到云身份的服务账号。</translation>
    </message>
    <message>
        <source>A dump that fails is hidden by the pipe, and an empty archive counts as a backup.</source>
        <translation>转储失败会被管道掩盖，空归档也算作备份。</translation>
    </message>
    <message>
        <source>Begin the script with set -euo pipefail, in a shell that has it.</source>
        <translation>请在支持它的 shell 中，以 set -euo pipefail 作为脚本开头。</translation>
    </message>
    <message>
        <source>The schedule says nothing of %1.</source>
        <translation>该计划没有设置 %1。</translation>
    </message>
    <message>
        <source>Set concurrencyPolicy: Forbid, startingDeadlineSeconds, timeZone, both history limits, backoffLimit and activeDeadlineSeconds.</source>
        <translation>请设置 concurrencyPolicy: Forbid、startingDeadlineSeconds、timeZone、两个历史上限、backoffLimit 和 activeDeadlineSeconds。</translation>
    </message>
    <message>
        <source>A second run on the same day overwrites the first.</source>
        <translation>同一天的第二次运行会覆盖第一次的结果。</translation>
    </message>
    <message>
        <source>Put the time into the name: $(date -u +%Y%m%dT%H%M%SZ).</source>
        <translation>请将时间写入名称：$(date -u +%Y%m%dT%H%M%SZ)。</translation>
    </message>
    <message>
        <source>The emptyDir %1 may fill the node&apos;s disk.</source>
        <translation>emptyDir %1 可能占满节点的磁盘。</translation>
    </message>
    <message>
        <source>Set sizeLimit, or stream to the bucket without a file.</source>
        <translation>请设置 sizeLimit，或不经文件直接流式传输到存储桶。</translation>
    </message>
    <message>
        <source>pg_dump %1 refuses a server of version %2.</source>
        <translation>pg_dump %1 拒绝版本为 %2 的服务器。</translation>
    </message>
    <message>
        <source>Use an image of the server&apos;s version or later.</source>
        <translation>请使用与服务器版本相同或更高版本的镜像。</translation>
    </message>
    <message>
        <source>Nobody is told when the backup %1 is missing.</source>
        <translation>备份 %1 缺失时不会有人得到通知。</translation>
    </message>
    <message>
        <source>Add an alert on kube_cronjob_status_last_successful_time.</source>
        <translation>请为 kube_cronjob_status_last_successful_time 添加警报。</translation>
    </message>
    <message>
        <source>Nobody tries whether what %1 keeps can be restored.</source>
        <translation>没有检验 %1 保存的内容能否恢复。</translation>
    </message>
    <message>
        <source>Add a CronJob that restores the newest backup into an empty database and looks at what is in it.</source>
        <translation>请添加一个 CronJob，将最新的备份恢复到空数据库中并检查其内容。</translation>
    </message>
    <message>
        <source>Up to %1 hours of work are lost with the database: %2 is all that is kept.</source>
        <translation>数据库丢失时最多会丢失 %1 小时的工作：保存的只有 %2。</translation>
    </message>
    <message>
        <source>Turn on point-in-time recovery, or ship the write-ahead log, beside the dumps.</source>
        <translation>除转储外，请启用时间点恢复，或传送预写日志。</translation>
    </message>
    <message>
        <source>The key version is obsolete and ignored.</source>
        <translation>键 version 已过时，会被忽略。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请移除它。</translation>
    </message>
    <message>
        <source>%1 is named but not there.</source>
        <translation>指定了 %1，但它不存在。</translation>
    </message>
    <message>
        <source>Add the file, or name one that is there.</source>
        <translation>请添加该文件，或指定一个存在的文件。</translation>
    </message>
    <message>
        <source>The service %1 is told nothing of the address of %2.</source>
        <translation>没有告知服务 %1 %2 的地址。</translation>
    </message>
    <message>
        <source>Give it DATABASE_URL in environment or by env_file.</source>
        <translation>请通过 environment 或 env_file 为其提供 DATABASE_URL。</translation>
    </message>
    <message>
        <source>%1 is only started before, not ready.</source>
        <translation>%1 只是先启动，并不保证已就绪。</translation>
    </message>
    <message>
        <source>Write depends_on with condition: service_healthy.</source>
        <translation>请在 depends_on 中写明 condition: service_healthy。</translation>
    </message>
    <message>
        <source>The database %1 has no healthcheck.</source>
        <translation>数据库 %1 没有 healthcheck。</translation>
    </message>
    <message>
        <source>Add one, such as pg_isready.</source>
        <translation>请添加一个，例如 pg_isready。</translation>
    </message>
    <message>
        <source>%1 is written into the file.</source>
        <translation>%1 直接写在文件中。</translation>
    </message>
    <message>
        <source>Take it from an env file that is not committed: ${%1}.</source>
        <translation>请从不提交的 env 文件中读取：${%1}。</translation>
    </message>
    <message>
        <source>The database %1 listens on all addresses of the machine.</source>
        <translation>数据库 %1 在本机的所有地址上监听。</translation>
    </message>
    <message>
        <source>Publish it on 127.0.0.1, or not at all.</source>
        <translation>请只在 127.0.0.1 上发布，或完全不发布。</translation>
    </message>
    <message>
        <source>%1 is a major version that is at its end.</source>
        <translation>%1 是已停止支持的主版本。</translation>
    </message>
    <message>
        <source>Use 15 or later.</source>
        <translation>请使用 15 或更高版本。</translation>
    </message>
    <message>
        <source>%1 is set here and reaches no workload.</source>
        <translation>%1 在此处设置，却没有传到任何工作负载。</translation>
    </message>
    <message>
        <source>Give it to the container by env or a ConfigMap, or remove it.</source>
        <translation>请通过 env 或 ConfigMap 将其提供给容器，或移除它。</translation>
    </message>
    <message>
        <source>NODE_ENV is fixed in the manifest of all environments: staging runs as production.</source>
        <translation>NODE_ENV 在所有环境的清单中是固定的：预发布会以生产模式运行。</translation>
    </message>
    <message>
        <source>Set it by an overlay for each environment.</source>
        <translation>请用每个环境各自的 overlay 来设置它。</translation>
    </message>
    <message>
        <source>No Ingress and no route serves %1.</source>
        <translation>没有 Ingress 或路由为 %1 提供服务。</translation>
    </message>
    <message>
        <source>Add the host to route and certificate.</source>
        <translation>请将该主机添加到路由和证书中。</translation>
    </message>
    <message>
        <source>Nothing sets ${%1}: the image&apos;s name is invalid.</source>
        <translation>没有任何地方设置 ${%1}：镜像名称无效。</translation>
    </message>
    <message>
        <source>Use the name that the workflow sets, or the digest.</source>
        <translation>请使用工作流设置的名称，或使用摘要。</translation>
    </message>
    <message>
        <source>No file makes the Deployment %1.</source>
        <translation>没有文件会创建 Deployment %1。</translation>
    </message>
    <message>
        <source>Name one that is applied.</source>
        <translation>请指定一个会被应用的。</translation>
    </message>
    <message>
        <source>kubectl looks in the default namespace, and the Deployment is in %1.</source>
        <translation>kubectl 在默认命名空间中查找，而该 Deployment 在 %1 中。</translation>
    </message>
    <message>
        <source>Add --namespace %1.</source>
        <translation>请添加 --namespace %1。</translation>
    </message>
    <message>
        <source>Staging and production apply the same file to the same place: one overwrites the other.</source>
        <translation>预发布和生产将同一文件应用到同一位置：一方会覆盖另一方。</translation>
    </message>
    <message>
        <source>Use an overlay and a namespace, better a cluster, for each.</source>
        <translation>请为两者各用一个 overlay 和一个命名空间，最好各用一个集群。</translation>
    </message>
    <message>
        <source>No workflow applies this file (%1 %2).</source>
        <translation>没有工作流应用此文件（%1 %2）。</translation>
    </message>
    <message>
        <source>Apply the whole folder: kubectl apply -k.</source>
        <translation>请应用整个文件夹：kubectl apply -k。</translation>
    </message>
    <message>
        <source>%1 pods with %2 connections each are more than the %3 that the database takes.</source>
        <translation>%1 个 Pod 各有 %2 个连接，超过数据库接受的 %3 个。</translation>
    </message>
    <message>
        <source>Make the pool smaller, or put a pooler before the database.</source>
        <translation>请缩小连接池，或在数据库前放置连接池代理。</translation>
    </message>
    <message>
        <source>%1.%2 refers to another table and has no index.</source>
        <translation>%1.%2 引用另一个表，却没有索引。</translation>
    </message>
    <message>
        <source>Add @@index([%2]).</source>
        <translation>请添加 @@index([%2])。</translation>
    </message>
    <message>
        <source>A relation of %1 does not say what becomes of it when the other record goes.</source>
        <translation>%1 的一个关系没有说明另一条记录被删除时如何处理它。</translation>
    </message>
    <message>
        <source>Add onDelete to the relation.</source>
        <translation>请为该关系添加 onDelete。</translation>
    </message>
    <message>
        <source>Prisma 7 refuses an address in the schema.</source>
        <translation>Prisma 7 不接受 schema 中的地址。</translation>
    </message>
    <message>
        <source>Move it to prisma.config.ts.</source>
        <translation>请将其移到 prisma.config.ts。</translation>
    </message>
    <message>
        <source>The generator prisma-client-js is the old one.</source>
        <translation>生成器 prisma-client-js 是旧的生成器。</translation>
    </message>
    <message>
        <source>Use prisma-client with an output folder.</source>
        <translation>请使用 prisma-client，并指定输出文件夹。</translation>
    </message>
    <message>
        <source>The code that runs during the update still needs this: %1</source>
        <translation>更新期间运行的代码仍需要它：%1</translation>
    </message>
    <message>
        <source>Expand first, deploy, and contract in a later release.</source>
        <translation>请先扩展，再部署，并在之后的发行版中收缩。</translation>
    </message>
    <message>
        <source>Rows that are there, and the code that runs, have no value for the new column.</source>
        <translation>已有的行和正在运行的代码没有新列的值。</translation>
    </message>
    <message>
        <source>Add it with a default or nullable, fill it, and constrain it in a later release.</source>
        <translation>请将其添加为带默认值或可为空的列，填入数据，并在之后的发行版中添加约束。</translation>
    </message>
    <message>
        <source>prisma migrate deploy has no step back: nothing runs this file.</source>
        <translation>prisma migrate deploy 没有回退步骤：没有任何东西会运行此文件。</translation>
    </message>
    <message>
        <source>Expand, deploy and contract, and mend a fault by the next migration.</source>
        <translation>请先扩展、再部署、后收缩，并用下一次迁移修复问题。</translation>
    </message>
    <message>
        <source>The log goes to a file in the container: lost with it, unrotated, and refused on a read-only root.</source>
        <translation>日志写入容器中的文件：会随容器丢失、不会轮替，并且在只读的根文件系统上会被拒绝。</translation>
    </message>
    <message>
        <source>Write to standard output, which the platform ships.</source>
        <translation>请写入标准输出，平台会收集它。</translation>
    </message>
    <message>
        <source>Cloud Logging reads severity and finds none.</source>
        <translation>Cloud Logging 读取 severity，但找不到它。</translation>
    </message>
    <message>
        <source>Map level to severity in the format.</source>
        <translation>请在格式中将 level 映射为 severity。</translation>
    </message>
    <message>
        <source>Prompts and keys reach the log as they are.</source>
        <translation>提示词和密钥会原样写入日志。</translation>
    </message>
    <message>
        <source>Add a format that redacts them.</source>
        <translation>请添加会将其遮盖的格式。</translation>
    </message>
    <message>
        <source>The base image %1 is of a Node.js release that is no longer maintained.</source>
        <translation>基础镜像 %1 使用的 Node.js 版本已不再维护。</translation>
    </message>
    <message>
        <source>Use an even release that is: 22 or 24.</source>
        <translation>请使用仍在维护的偶数版本：22 或 24。</translation>
    </message>
    <message>
        <source>The base image %1 is named by a tag, which may be another image tomorrow.</source>
        <translation>基础镜像 %1 以标签指定，明天它可能就是另一个镜像。</translation>
    </message>
    <message>
        <source>Name it by its digest: IMAGE:TAG@sha256:…</source>
        <translation>请以摘要指定：IMAGE:TAG@sha256:…</translation>
    </message>
    <message>
        <source>The image runs as root.</source>
        <translation>该镜像以 root 身份运行。</translation>
    </message>
    <message>
        <source>End with USER and a number other than 0, or stand on an image that is not root.</source>
        <translation>请以 USER 和一个非 0 的数字结尾，或使用非 root 的基础镜像。</translation>
    </message>
    <message>
        <source>node_modules of stage %1 holds the packages of development too.</source>
        <translation>阶段 %1 的 node_modules 也包含开发用的软件包。</translation>
    </message>
    <message>
        <source>Copy them from a stage that ran npm ci --omit=dev.</source>
        <translation>请从运行过 npm ci --omit=dev 的阶段复制。</translation>
    </message>
    <message>
        <source>%1 starts the program through a package manager or a shell, which may keep signals from it.</source>
        <translation>%1 通过包管理器或 shell 启动程序，信号可能传不到程序。</translation>
    </message>
    <message>
        <source>Start it itself: CMD [&quot;node&quot;, &quot;dist/main.js&quot;].</source>
        <translation>请直接启动程序：CMD [&quot;node&quot;, &quot;dist/main.js&quot;]。</translation>
    </message>
    <message>
        <source>Prisma&apos;s schema, migrations or generated client are not in the image.</source>
        <translation>Prisma 的 schema、迁移或生成的客户端不在镜像中。</translation>
    </message>
    <message>
        <source>Run prisma generate in the build, and copy the prisma folder into the last stage.</source>
        <translation>请在构建中运行 prisma generate，并将 prisma 文件夹复制到最后一个阶段。</translation>
    </message>
    <message>
        <source>The whole folder is copied, and no .dockerignore keeps .env and .git out.</source>
        <translation>复制了整个文件夹，而没有 .dockerignore 将 .env 和 .git 排除在外。</translation>
    </message>
    <message>
        <source>Name .env and .git in a .dockerignore beside the Dockerfile.</source>
        <translation>请在 Dockerfile 旁的 .dockerignore 中列出 .env 和 .git。</translation>
    </message>
    <message>
        <source>The image does not say which commit it was made from.</source>
        <translation>该镜像没有说明它由哪个提交构建。</translation>
    </message>
    <message>
        <source>Add the labels org.opencontainers.image.source and org.opencontainers.image.revision.</source>
        <translation>请添加标签 org.opencontainers.image.source 和 org.opencontainers.image.revision。</translation>
    </message>
    <message>
        <source>The secret %1 lies in a file of plain settings.</source>
        <translation>机密 %1 放在普通设置的文件中。</translation>
    </message>
    <message>
        <source>Keep it in a secret manager and let the workload have it from there.</source>
        <translation>请将其保存在机密管理器中，并让工作负载从那里获取。</translation>
    </message>
    <message>
        <source>%1 is public by design and lies beside secrets.</source>
        <translation>%1 本来就是公开的，却与机密放在一起。</translation>
    </message>
    <message>
        <source>Keep public settings apart from secrets, so that each is handled as what it is.</source>
        <translation>请将公开设置与机密分开，以便各按其性质处理。</translation>
    </message>
    <message>
        <source>Each apply sets the scale back that the autoscaler %1 chose.</source>
        <translation>每次应用都会把自动扩缩器 %1 选定的规模改回去。</translation>
    </message>
    <message>
        <source>Remove replicas.</source>
        <translation>请移除 replicas。</translation>
    </message>
    <message>
        <source>Nothing keeps pods of %1 up while nodes are drained.</source>
        <translation>排空节点时，没有任何设置使 %1 的 Pod 保持运行。</translation>
    </message>
    <message>
        <source>Add a PodDisruptionBudget.</source>
        <translation>请添加 PodDisruptionBudget。</translation>
    </message>
    <message>
        <source>No file creates the namespace %1.</source>
        <translation>没有文件会创建命名空间 %1。</translation>
    </message>
    <message>
        <source>Add it, with its pod security labels.</source>
        <translation>请添加它，并附上其 Pod 安全标签。</translation>
    </message>
    <message>
        <source>The namespace %1 has no %2.</source>
        <translation>命名空间 %1 没有 %2。</translation>
    </message>
    <message>
        <source>Add one, so that one workload cannot take all.</source>
        <translation>请添加一个，以免一个工作负载占用全部资源。</translation>
    </message>
    <message>
        <source>The Service %1 has no labels: no ServiceMonitor can find it.</source>
        <translation>Service %1 没有标签：任何 ServiceMonitor 都找不到它。</translation>
    </message>
    <message>
        <source>Add labels.</source>
        <translation>请添加标签。</translation>
    </message>
    <message>
        <source>The Service&apos;s port %1 has no name.</source>
        <translation>Service 的端口 %1 没有名称。</translation>
    </message>
    <message>
        <source>Name it.</source>
        <translation>请为其命名。</translation>
    </message>
    <message>
        <source>The annotation kubernetes.io/ingress.class is deprecated.</source>
        <translation>注解 kubernetes.io/ingress.class 已弃用。</translation>
    </message>
    <message>
        <source>Use spec.ingressClassName.</source>
        <translation>请使用 spec.ingressClassName。</translation>
    </message>
    <message>
        <source>The community&apos;s ingress-nginx was retired in March 2026.</source>
        <translation>社区的 ingress-nginx 已于 2026 年 3 月停止维护。</translation>
    </message>
    <message>
        <source>Move to the Gateway API or to a controller that is maintained.</source>
        <translation>请改用 Gateway API 或仍在维护的控制器。</translation>
    </message>
    <message>
        <source>The Ingress says nothing of %1, which streamed answers and large requests need.</source>
        <translation>该 Ingress 没有设置 %1，而流式回答和大请求需要它。</translation>
    </message>
    <message>
        <source>Set the annotation nginx.ingress.kubernetes.io/%1.</source>
        <translation>请设置注解 nginx.ingress.kubernetes.io/%1。</translation>
    </message>
    <message>
        <source>The BackendConfig %1 turns on Cloud CDN, which an nginx Ingress does not use.</source>
        <translation>BackendConfig %1 启用了 Cloud CDN，而 nginx Ingress 不使用它。</translation>
    </message>
    <message>
        <source>Use an external Application Load Balancer: a GKE Gateway or Ingress class.</source>
        <translation>请使用外部应用负载均衡器：GKE Gateway 或 GKE 的 Ingress 类。</translation>
    </message>
    <message>
        <source>The ServiceMonitor %1 selects labels that no Service has.</source>
        <translation>ServiceMonitor %1 选择的标签没有任何 Service 具有。</translation>
    </message>
    <message>
        <source>Select labels of the Service, not of its pods.</source>
        <translation>请选择 Service 的标签，而不是其 Pod 的标签。</translation>
    </message>
    <message>
        <source>No Service has a port named %1.</source>
        <translation>没有 Service 具有名为 %1 的端口。</translation>
    </message>
    <message>
        <source>Add the port to container and Service, by that name.</source>
        <translation>请将该端口以此名称添加到容器和 Service。</translation>
    </message>
    <message>
        <source>The ServiceMonitor sees only Services of its own namespace %1.</source>
        <translation>该 ServiceMonitor 只能看到其自身命名空间 %1 中的 Service。</translation>
    </message>
    <message>
        <source>Add namespaceSelector.</source>
        <translation>请添加 namespaceSelector。</translation>
    </message>
    <message>
        <source>What is measured alerts nobody: there are no rules.</source>
        <translation>测量到的内容不会通知任何人：没有规则。</translation>
    </message>
    <message>
        <source>Add a PrometheusRule.</source>
        <translation>请添加 PrometheusRule。</translation>
    </message>
    <message>
        <source>%1 scales %2 by what this autoscaler changes.</source>
        <translation>%1 扩缩 %2 所依据的，正是此自动扩缩器会更改的资源。</translation>
    </message>
    <message>
        <source>Set updateMode: &quot;Off&quot;, or let it control memory alone and the other CPU alone.</source>
        <translation>请设置 updateMode: &quot;Off&quot;，或让它只控制内存，另一个只控制 CPU。</translation>
    </message>
    <message>
        <source>The update mode Auto is deprecated.</source>
        <translation>更新模式 Auto 已弃用。</translation>
    </message>
    <message>
        <source>Say Recreate, InPlaceOrRecreate or Off.</source>
        <translation>请写明 Recreate、InPlaceOrRecreate 或 Off。</translation>
    </message>
    <message>
        <source>minAllowed of %1 (%2) is below what the container requests.</source>
        <translation>%1 的 minAllowed (%2) 低于容器的资源请求。</translation>
    </message>
    <message>
        <source>Raise it to the request.</source>
        <translation>请将其提高到资源请求的值。</translation>
    </message>
    <message>
        <source>Memory of a Node.js process hardly falls again: the scale only goes up.</source>
        <translation>Node.js 进程的内存几乎不会再下降：规模只会扩大。</translation>
    </message>
    <message>
        <source>Scale by CPU, requests or queue length.</source>
        <translation>请按 CPU、请求数或队列长度扩缩。</translation>
    </message>
    <message>
        <source>%1 does not say how it scales down.</source>
        <translation>%1 没有说明如何缩小规模。</translation>
    </message>
    <message>
        <source>Add behavior.scaleDown.</source>
        <translation>请添加 behavior.scaleDown。</translation>
    </message>
    <message>
        <source>%1 is scaled, and not its blue and green Deployments.</source>
        <translation>被扩缩的是 %1，而不是其蓝色和绿色 Deployment。</translation>
    </message>
    <message>
        <source>Scale those that get traffic.</source>
        <translation>请扩缩接收流量的那些。</translation>
    </message>
    <message>
        <source>The selector of %1 also finds the pods of %2.</source>
        <translation>%1 的选择器也会选中 %2 的 Pod。</translation>
    </message>
    <message>
        <source>Give each a label of its own in the selector.</source>
        <translation>请在选择器中为每一个使用各自的标签。</translation>
    </message>
    <message>
        <source>The scale of %1 is worked out over the pods of %2 too.</source>
        <translation>%1 的规模计算时也算入了 %2 的 Pod。</translation>
    </message>
    <message>
        <source>Part their labels.</source>
        <translation>请区分两者的标签。</translation>
    </message>
    <message>
        <source>The Service %1 has another selector in %2: what is applied last moves the traffic.</source>
        <translation>Service %1 在 %2 中有另一个选择器：最后应用的会转移流量。</translation>
    </message>
    <message>
        <source>Keep it in one file.</source>
        <translation>请只将其保存在一个文件中。</translation>
    </message>
    <message>
        <source>No Service reaches %1 alone: it cannot be tried before the switch.</source>
        <translation>没有 Service 单独通向 %1：无法在切换之前试用它。</translation>
    </message>
    <message>
        <source>Add a preview Service for it.</source>
        <translation>请为其添加预览 Service。</translation>
    </message>
    <message>
        <source>The secret %1 lies in a file: base64 is no encryption.</source>
        <translation>机密 %1 放在文件中：base64 不是加密。</translation>
    </message>
    <message>
        <source>Keep it in a secret manager, and use External Secrets or the CSI driver.</source>
        <translation>请将其保存在机密管理器中，并使用 External Secrets 或 CSI 驱动程序。</translation>
    </message>
    <message>
        <source>The value of %1 is no base64: the API refuses it.</source>
        <translation>%1 的值不是 base64：API 会拒绝它。</translation>
    </message>
    <message>
        <source>Encode it, or use stringData.</source>
        <translation>请对其编码，或使用 stringData。</translation>
    </message>
    <message>
        <source>Nothing uses the key %1.</source>
        <translation>没有任何东西使用键 %1。</translation>
    </message>
    <message>
        <source>Remove it, or give it to the workload.</source>
        <translation>请移除它，或将其提供给工作负载。</translation>
    </message>
    <message>
        <source>PodSecurityPolicy was removed in Kubernetes 1.25.</source>
        <translation>PodSecurityPolicy 已在 Kubernetes 1.25 中移除。</translation>
    </message>
    <message>
        <source>Label the namespace for pod security admission: enforce restricted.</source>
        <translation>请为命名空间添加 Pod 安全准入的标签：enforce restricted。</translation>
    </message>
    <message>
        <source>No role may use the policy %1.</source>
        <translation>没有角色有权使用策略 %1。</translation>
    </message>
    <message>
        <source>Use pod security admission, which needs none.</source>
        <translation>请使用 Pod 安全准入，它不需要角色。</translation>
    </message>
    <message>
        <source>The policy %1 has no seccomp rule.</source>
        <translation>策略 %1 没有 seccomp 规则。</translation>
    </message>
    <message>
        <source>Use pod security admission, whose restricted level has one.</source>
        <translation>请使用 Pod 安全准入，其 restricted 级别包含该规则。</translation>
    </message>
    <message>
        <source>No file makes the Secret %1.</source>
        <translation>没有文件会创建 Secret %1。</translation>
    </message>
    <message>
        <source>Add an ExternalSecret for it, or use one that is there.</source>
        <translation>请为其添加 ExternalSecret，或使用一个存在的 Secret。</translation>
    </message>
    <message>
        <source>This is no YAML: %1.</source>
        <translation>这不是 YAML：%1。</translation>
    </message>
    <message>
        <source>Mend the document; nothing behind this place was looked at.</source>
        <translation>请修正该文档；此处之后的内容都未检查。</translation>
    </message>
    <message>
        <source>The file was not looked at: it is too large, or one of too many.</source>
        <translation>未检查该文件：它太大，或文件数量过多。</translation>
    </message>
    <message>
        <source>Give the linter the folder with the deployment&apos;s own files.</source>
        <translation>请将部署自身文件所在的文件夹交给检查工具。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取该文件：%1。</translation>
    </message>
    <message>
        <source>Let the linter read it, or leave it out.</source>
        <translation>请让检查工具能读取它，或将其排除。</translation>
    </message>
    <message>
        <source>The workflow acts on the Deployment %1, and the cluster has none.</source>
        <translation>该工作流对 Deployment %1 执行操作，而集群中没有它。</translation>
    </message>
    <message>
        <source>Name one that is there, or apply it first.</source>
        <translation>请指定一个存在的，或先应用它。</translation>
    </message>
    <message>
        <source>The cluster has no %1 %2.</source>
        <translation>集群中没有 %1 %2。</translation>
    </message>
    <message>
        <source>Apply the file, or remove it.</source>
        <translation>请应用该文件，或移除它。</translation>
    </message>
    <message>
        <source>The container %1 of %2 runs %3, and the file says %4.</source>
        <translation>%2 的容器 %1 运行的是 %3，而文件中写的是 %4。</translation>
    </message>
    <message>
        <source>Apply the file, or write into it what runs.</source>
        <translation>请应用该文件，或将实际运行的内容写入文件。</translation>
    </message>
    <message>
        <source>The cluster has no namespace %1.</source>
        <translation>集群中没有命名空间 %1。</translation>
    </message>
    <message>
        <source>Create it first, or name the one that is meant.</source>
        <translation>请先创建它，或指定真正要用的命名空间。</translation>
    </message>
    <message>
        <source>The cluster has no Service %1.</source>
        <translation>集群中没有 Service %1。</translation>
    </message>
    <message>
        <source>The Service %1 of the cluster has no port %2.</source>
        <translation>集群的 Service %1 没有端口 %2。</translation>
    </message>
    <message>
        <source>Name a port that it has.</source>
        <translation>请指定它具有的端口。</translation>
    </message>
    <message>
        <source>The cluster has no ConfigMap %1: the pods do not start.</source>
        <translation>集群中没有 ConfigMap %1：Pod 无法启动。</translation>
    </message>
    <message>
        <source>The cluster has no ingress class %1: nothing serves this Ingress.</source>
        <translation>集群中没有 Ingress 类 %1：没有任何东西处理此 Ingress。</translation>
    </message>
    <message>
        <source>Name one that is there, or install its controller.</source>
        <translation>请指定一个存在的，或安装其控制器。</translation>
    </message>
    <message>
        <source>The cluster wants %2 pods of %1, and the file says %3.</source>
        <translation>集群期望 %1 有 %2 个 Pod，而文件中写的是 %3。</translation>
    </message>
    <message>
        <source>The cluster&apos;s autoscaler %1 scales %2: each apply sets it back.</source>
        <translation>集群的自动扩缩器 %1 扩缩 %2：每次应用都会将其改回去。</translation>
    </message>
    <message>
        <source>%1 of the container %2 is %3 in the cluster, and the file says %4.</source>
        <translation>容器 %2 的 %1 在集群中为 %3，而文件中写的是 %4。</translation>
    </message>
    <message>
        <source>The cluster sets no %1 for the container %2, and the file says %3.</source>
        <translation>集群没有为容器 %2 设置 %1，而文件中写的是 %3。</translation>
    </message>
    <message>
        <source>%1 and PrometheusRule both alert: neither tells all that is wrong.</source>
        <translation>%1 和 PrometheusRule 都会警报：哪一个都没有说明全部问题。</translation>
    </message>
    <message>
        <source>Keep all alerts in one of them.</source>
        <translation>请将所有警报放在其中一处。</translation>
    </message>
    <message>
        <source>The Prometheus %2 does not select the ServiceMonitor %1.</source>
        <translation>Prometheus %2 没有选择 ServiceMonitor %1。</translation>
    </message>
    <message>
        <source>Give it the labels of serviceMonitorSelector.</source>
        <translation>请为其添加 serviceMonitorSelector 的标签。</translation>
    </message>
    <message>
        <source>%1 lets no name be resolved: port 53 is not open.</source>
        <translation>%1 使名称无法解析：端口 53 未开放。</translation>
    </message>
    <message>
        <source>Allow UDP and TCP 53 to k8s-app: kube-dns in kube-system.</source>
        <translation>请允许到 kube-system 中 k8s-app: kube-dns 的 UDP 和 TCP 53。</translation>
    </message>
    <message>
        <source>The database is sought in the namespace %1, which nothing here fills.</source>
        <translation>在命名空间 %1 中寻找数据库，但此处没有任何东西填充该命名空间。</translation>
    </message>
    <message>
        <source>Open the port to where the database is: for Cloud SQL its address range, and 3307 for the proxy.</source>
        <translation>请将端口开放到数据库所在之处：Cloud SQL 为其地址范围，代理为 3307。</translation>
    </message>
    <message>
        <source>No namespace gets the label name: %1 by itself.</source>
        <translation>没有命名空间会自动获得标签 name: %1。</translation>
    </message>
    <message>
        <source>Select kubernetes.io/metadata.name.</source>
        <translation>请选择 kubernetes.io/metadata.name。</translation>
    </message>
    <message>
        <source>%1 blocks the metadata server, which Workload Identity needs.</source>
        <translation>%1 阻止了 Workload Identity 所需的元数据服务器。</translation>
    </message>
    <message>
        <source>Allow 169.254.169.252/32 port 988, and 169.254.169.254/32 port 80 with Dataplane V2.</source>
        <translation>请允许 169.254.169.252/32 端口 988；使用 Dataplane V2 时，还请允许 169.254.169.254/32 端口 80。</translation>
    </message>
    <message>
        <source>Pods of %1 that no policy names are open to all.</source>
        <translation>%1 中没有被任何策略指定的 Pod 对所有人开放。</translation>
    </message>
    <message>
        <source>Add a policy that selects all pods and allows nothing.</source>
        <translation>请添加一个选择所有 Pod 且不允许任何内容的策略。</translation>
    </message>
    <message>
        <source>The policy opens the whole internet.</source>
        <translation>该策略开放了整个互联网。</translation>
    </message>
    <message>
        <source>Name the ranges, or go through a proxy.</source>
        <translation>请指定地址范围，或通过代理。</translation>
    </message>
    <message>
        <source>The policy keeps the monitor of namespace %1 out.</source>
        <translation>该策略将命名空间 %1 的监控挡在外面。</translation>
    </message>
    <message>
        <source>Allow its namespace to the metrics port.</source>
        <translation>请允许其命名空间访问指标端口。</translation>
    </message>
    <message>
        <source>The cluster is made without what enforces network policies: they do nothing.</source>
        <translation>创建集群时没有启用执行网络策略的组件：策略不起作用。</translation>
    </message>
    <message>
        <source>Make it with Dataplane V2: --enable-dataplane-v2.</source>
        <translation>请使用 Dataplane V2 创建集群：--enable-dataplane-v2。</translation>
    </message>
    <message>
        <source>The container %1 may run as root.</source>
        <translation>容器 %1 可能以 root 身份运行。</translation>
    </message>
    <message>
        <source>Set securityContext.runAsNonRoot: true.</source>
        <translation>请设置 securityContext.runAsNonRoot: true。</translation>
    </message>
    <message>
        <source>The container %1 may gain privileges.</source>
        <translation>容器 %1 可能获得更高权限。</translation>
    </message>
    <message>
        <source>Set securityContext.allowPrivilegeEscalation: false.</source>
        <translation>请设置 securityContext.allowPrivilegeEscalation: false。</translation>
    </message>
    <message>
        <source>The container %1 keeps the kernel&apos;s default capabilities.</source>
        <translation>容器 %1 保留了内核的默认 capability。</translation>
    </message>
    <message>
        <source>Set securityContext.capabilities.drop: [ALL].</source>
        <translation>请设置 securityContext.capabilities.drop: [ALL]。</translation>
    </message>
    <message>
        <source>The container %1 has no seccomp profile.</source>
        <translation>容器 %1 没有 seccomp 配置文件。</translation>
    </message>
    <message>
        <source>Set securityContext.seccompProfile.type: RuntimeDefault.</source>
        <translation>请设置 securityContext.seccompProfile.type: RuntimeDefault。</translation>
    </message>
    <message>
        <source>The container %1 may write its own root file system.</source>
        <translation>容器 %1 可以写入其自身的根文件系统。</translation>
    </message>
    <message>
        <source>Set securityContext.readOnlyRootFilesystem: true, and mount what it writes.</source>
        <translation>请设置 securityContext.readOnlyRootFilesystem: true，并挂载它要写入的位置。</translation>
    </message>
    <message>
        <source>Readiness and liveness of %1 ask the same: what it depends on fails, and every pod is restarted.</source>
        <translation>%1 的就绪探针和存活探针检查相同的内容：它所依赖的一旦失败，所有 Pod 都会重启。</translation>
    </message>
    <message>
        <source>Let liveness ask for the process alone, and readiness for what it depends on.</source>
        <translation>请让存活探针只检查进程，让就绪探针检查它所依赖的内容。</translation>
    </message>
    <message>
        <source>A slow start of %1 counts as a failure of liveness.</source>
        <translation>%1 启动缓慢会被算作存活探针失败。</translation>
    </message>
    <message>
        <source>Add a startupProbe.</source>
        <translation>请添加 startupProbe。</translation>
    </message>
    <message>
        <source>%1 has a second to answer and three tries, whatever the program needs.</source>
        <translation>%1 有一秒钟的应答时间和三次尝试，不管程序需要多少。</translation>
    </message>
    <message>
        <source>Set timeoutSeconds and failureThreshold.</source>
        <translation>请设置 timeoutSeconds 和 failureThreshold。</translation>
    </message>
    <message>
        <source>The container %1 has no readiness probe: it gets requests before it can answer them.</source>
        <translation>容器 %1 没有就绪探针：它会在能应答之前就收到请求。</translation>
    </message>
    <message>
        <source>Add a readinessProbe.</source>
        <translation>请添加 readinessProbe。</translation>
    </message>
    <message>
        <source>%1 gets requests while it is ending: errors at each update.</source>
        <translation>%1 在结束过程中仍会收到请求：每次更新都会出错。</translation>
    </message>
    <message>
        <source>Add lifecycle.preStop that waits for the load balancer, and terminationGracePeriodSeconds above it.</source>
        <translation>请添加等待负载均衡器的 lifecycle.preStop，并将 terminationGracePeriodSeconds 设得比它更长。</translation>
    </message>
    <message>
        <source>%1 is left to its default.</source>
        <translation>%1 采用默认值。</translation>
    </message>
    <message>
        <source>Set minReadySeconds, strategy and progressDeadlineSeconds, so that &quot;available&quot; means that it stayed up.</source>
        <translation>请设置 minReadySeconds、strategy 和 progressDeadlineSeconds，使“available”表示它一直保持运行。</translation>
    </message>
    <message>
        <source>All pods may land on one node or in one zone.</source>
        <translation>所有 Pod 可能都落在同一个节点或同一个可用区。</translation>
    </message>
    <message>
        <source>Add topologySpreadConstraints over topology.kubernetes.io/zone and kubernetes.io/hostname.</source>
        <translation>请针对 topology.kubernetes.io/zone 和 kubernetes.io/hostname 添加 topologySpreadConstraints。</translation>
    </message>
    <message>
        <source>The pods run under the namespace&apos;s default service account.</source>
        <translation>这些 Pod 以命名空间的默认服务账号运行。</translation>
    </message>
    <message>
        <source>Make a service account for the workload and name it.</source>
        <translation>请为该工作负载创建服务账号并指定它。</translation>
    </message>
    <message>
        <source>A token of the cluster&apos;s API is mounted, whether it is needed or not.</source>
        <translation>无论是否需要，都会挂载集群 API 的令牌。</translation>
    </message>
    <message>
        <source>Set automountServiceAccountToken: false.</source>
        <translation>请设置 automountServiceAccountToken: false。</translation>
    </message>
    <message>
        <source>The secret %1 is an environment variable: it does not change until a restart, and dumps show it.</source>
        <translation>机密 %1 是环境变量：它在重启之前不会改变，而且转储中会显示它。</translation>
    </message>
    <message>
        <source>Mount it as a file.</source>
        <translation>请将其挂载为文件。</translation>
    </message>
    <message>
        <source>%1 is in Container Registry, which is shut down.</source>
        <translation>%1 在 Container Registry 中，而后者已关停。</translation>
    </message>
    <message>
        <source>Use Artifact Registry: REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.</source>
        <translation>请使用 Artifact Registry：REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE。</translation>
    </message>
    <message>
        <source>The image %1 is named by a tag, which may be another image tomorrow.</source>
        <translation>镜像 %1 以标签指定，明天它可能就是另一个镜像。</translation>
    </message>
    <message>
        <source>Name it by its digest: IMAGE@sha256:…</source>
        <translation>请以摘要指定：IMAGE@sha256:…</translation>
    </message>
    <message>
        <source>The CPU limit of %1 throttles it although the node has time to spare.</source>
        <translation>即使节点有余力，%1 的 CPU 上限也会限制它。</translation>
    </message>
    <message>
        <source>Keep the request and remove the limit.</source>
        <translation>请保留资源请求，移除上限。</translation>
    </message>
    <message>
        <source>%1 may fill the node&apos;s disk.</source>
        <translation>%1 可能占满节点的磁盘。</translation>
    </message>
    <message>
        <source>Set limits.ephemeral-storage.</source>
        <translation>请设置 limits.ephemeral-storage。</translation>
    </message>
    <message>
        <source>The heap of Node.js in %1 does not know the memory limit.</source>
        <translation>%1 中 Node.js 的堆不知道内存上限。</translation>
    </message>
    <message>
        <source>Set NODE_OPTIONS=--max-old-space-size to about three quarters of the limit.</source>
        <translation>请将 NODE_OPTIONS=--max-old-space-size 设为上限的约四分之三。</translation>
    </message>
    <message>
        <source>The pods lack the recommended labels.</source>
        <translation>这些 Pod 缺少推荐的标签。</translation>
    </message>
    <message>
        <source>Add app.kubernetes.io/name and its siblings.</source>
        <translation>请添加 app.kubernetes.io/name 及其同类标签。</translation>
    </message>
    <message>
        <source>Port %1 has no name.</source>
        <translation>端口 %1 没有名称。</translation>
    </message>
    <message>
        <source>Name it, so that services and monitors can name it too.</source>
        <translation>请为其命名，以便 Service 和监控也能按名称指定它。</translation>
    </message>
    <message>
        <source>The container %1 has no requests or no memory limit.</source>
        <translation>容器 %1 没有资源请求或没有内存上限。</translation>
    </message>
    <message>
        <source>Set resources.requests and resources.limits.memory.</source>
        <translation>请设置 resources.requests 和 resources.limits.memory。</translation>
    </message>
    <message>
        <source>Every other branch counts as this environment.</source>
        <translation>其他所有分支都算作此环境。</translation>
    </message>
    <message>
        <source>Name the branch of each environment, and end with an error otherwise.</source>
        <translation>请指定每个环境的分支，其他情况则以错误结束。</translation>
    </message>
    <message>
        <source>Started by hand, any branch is deployed.</source>
        <translation>手动启动时，任何分支都会被部署。</translation>
    </message>
    <message>
        <source>Give the job an environment with branch rules, or ask for github.ref.</source>
        <translation>请为该作业指定带有分支规则的环境，或检查 github.ref。</translation>
    </message>
    <message>
        <source>The cluster lies in one zone.</source>
        <translation>该集群只位于一个可用区。</translation>
    </message>
    <message>
        <source>Use a regional cluster: --region or --location.</source>
        <translation>请使用区域级 (regional) 集群：--region 或 --location。</translation>
    </message>
    <message>
        <source>The image is not scanned before it is used.</source>
        <translation>该镜像在使用之前没有经过扫描。</translation>
    </message>
    <message>
        <source>Add a scan that fails on known holes.</source>
        <translation>请添加发现已知漏洞时会失败的扫描。</translation>
    </message>
    <message>
        <source>The image has no list of its parts, or no signed provenance.</source>
        <translation>该镜像没有组成清单 (SBOM)，或没有经签名的来源证明。</translation>
    </message>
    <message>
        <source>Build with --sbom and --provenance, and sign the digest.</source>
        <translation>请使用 --sbom 和 --provenance 构建，并对摘要签名。</translation>
    </message>
    <message>
        <source>setup-gcloud has no input %1 since its version 1: nobody is signed in.</source>
        <translation>setup-gcloud 自版本 1 起没有输入 %1：没有任何人登录。</translation>
    </message>
    <message>
        <source>Use google-github-actions/auth before it.</source>
        <translation>请在它之前使用 google-github-actions/auth。</translation>
    </message>
    <message>
        <source>A long-lived key opens the cloud to whoever has it.</source>
        <translation>长期有效的密钥会向任何持有者开放云端。</translation>
    </message>
    <message>
        <source>Use Workload Identity Federation: the auth action and id-token: write.</source>
        <translation>请使用 Workload Identity Federation：auth action 和 id-token: write。</translation>
    </message>
    <message>
        <source>gke-gcloud-auth-plugin is not installed: kubectl cannot sign in.</source>
        <translation>未安装 gke-gcloud-auth-plugin：kubectl 无法登录。</translation>
    </message>
    <message>
        <source>Install the component, or use google-github-actions/get-gke-credentials.</source>
        <translation>请安装该组件，或使用 google-github-actions/get-gke-credentials。</translation>
    </message>
    <message>
        <source>The job %1 has the repository&apos;s default rights.</source>
        <translation>作业 %1 具有仓库的默认权限。</translation>
    </message>
    <message>
        <source>Add permissions: with what it needs.</source>
        <translation>请添加 permissions:，只含它所需的权限。</translation>
    </message>
    <message>
        <source>The job %1 deploys without an environment: no approval, no secrets of its own, no record.</source>
        <translation>作业 %1 部署时没有环境：没有批准、没有自己的机密、也没有记录。</translation>
    </message>
    <message>
        <source>Add environment:.</source>
        <translation>请添加 environment:。</translation>
    </message>
    <message>
        <source>Two pushes race in the job %1.</source>
        <translation>两次推送会在作业 %1 中相互竞争。</translation>
    </message>
    <message>
        <source>Add concurrency: with a group per environment.</source>
        <translation>请添加 concurrency:，每个环境一个组。</translation>
    </message>
    <message>
        <source>The job %1 deploys what nobody tested.</source>
        <translation>作业 %1 会部署没有人测试过的内容。</translation>
    </message>
    <message>
        <source>Let it need a job that tests and lints.</source>
        <translation>请让它依赖一个执行测试和 lint 的作业。</translation>
    </message>
    <message>
        <source>%1 may be other code tomorrow.</source>
        <translation>%1 明天可能就是另外的代码。</translation>
    </message>
    <message>
        <source>Name the action by its commit.</source>
        <translation>请以提交指定该 action。</translation>
    </message>
    <message>
        <source>%1 is old.</source>
        <translation>%1 是旧版本。</translation>
    </message>
    <message>
        <source>Use the current major version.</source>
        <translation>请使用当前的主版本。</translation>
    </message>
    <message>
        <source>Each branch builds an image of its own: what was tried is not what goes out.</source>
        <translation>每个分支各自构建镜像：试用过的并不是最终发布的。</translation>
    </message>
    <message>
        <source>Build once and promote the digest.</source>
        <translation>请只构建一次，并推进该摘要。</translation>
    </message>
    <message>
        <source>envsubst blanks every variable of the file, also those that are not meant.</source>
        <translation>envsubst 会清空文件中的所有变量，包括不打算替换的变量。</translation>
    </message>
    <message>
        <source>Name them: envsubst &apos;$IMAGE_TAG&apos;.</source>
        <translation>请指定变量：envsubst &apos;$IMAGE_TAG&apos;。</translation>
    </message>
    <message>
        <source>The wait has no end.</source>
        <translation>等待没有期限。</translation>
    </message>
    <message>
        <source>Add --timeout.</source>
        <translation>请添加 --timeout。</translation>
    </message>
    <message>
        <source>The job %1 may run for six hours.</source>
        <translation>作业 %1 可能运行六个小时。</translation>
    </message>
    <message>
        <source>Add timeout-minutes.</source>
        <translation>请添加 timeout-minutes。</translation>
    </message>
    <message>
        <source>Rolled out counts as working: nothing is asked after it.</source>
        <translation>发布完成就算作正常运行：之后没有任何检查。</translation>
    </message>
    <message>
        <source>Add a smoke test behind the rollout.</source>
        <translation>请在发布之后添加冒烟测试。</translation>
    </message>
    <message>
        <source>The schema changes after the code that needs it.</source>
        <translation>schema 在需要它的代码之后才更改。</translation>
    </message>
    <message>
        <source>Migrate before the rollout, so that old and new code both fit.</source>
        <translation>请在发布之前迁移，使新旧代码都能适用。</translation>
    </message>
    <message>
        <source>One %1 serves all branches: a test may migrate production.</source>
        <translation>所有分支共用一个 %1：测试可能会迁移生产环境。</translation>
    </message>
    <message>
        <source>Keep it in the environment&apos;s secrets and name the environment.</source>
        <translation>请将其保存在环境的机密中，并指定该环境。</translation>
    </message>
    <message>
        <source>A hosted runner does not reach a private database.</source>
        <translation>托管的 runner 无法访问私有数据库。</translation>
    </message>
    <message>
        <source>Migrate by a Job in the cluster.</source>
        <translation>请通过集群中的 Job 进行迁移。</translation>
    </message>
    <message>
        <source>npx fetches the newest Prisma.</source>
        <translation>npx 会获取最新的 Prisma。</translation>
    </message>
    <message>
        <source>Install the pinned one first: npm ci.</source>
        <translation>请先安装固定的版本：npm ci。</translation>
    </message>
    <message>
        <source>Undoing the code after a migration runs old code on a new schema.</source>
        <translation>迁移之后回滚代码，会使旧代码在新 schema 上运行。</translation>
    </message>
    <message>
        <source>Undo only where the schema still fits: expand, deploy, contract.</source>
        <translation>请只在 schema 仍适用时回滚：扩展、部署、收缩。</translation>
    </message>
    <message>
        <source>Production is undone also when the build failed and nothing had changed.</source>
        <translation>即使构建失败而没有任何更改，生产环境也会被回滚。</translation>
    </message>
    <message>
        <source>Ask for the deploying step: if: failure() &amp;&amp; steps.deploy.outcome == &apos;failure&apos;.</source>
        <translation>请检查执行部署的步骤：if: failure() &amp;&amp; steps.deploy.outcome == &apos;failure&apos;。</translation>
    </message>
    <message>
        <source>Nobody looks whether the undo worked.</source>
        <translation>没有检查回滚是否成功。</translation>
    </message>
    <message>
        <source>Wait for rollout status behind it, with the revision compared.</source>
        <translation>请在其后等待 rollout status，并比较修订版本。</translation>
    </message>
    <message>
        <source>apply and set image make two revisions a release: undo goes back to the one between.</source>
        <translation>apply 和 set image 使每次发行产生两个修订版本：undo 会回到两者之间的那个。</translation>
    </message>
    <message>
        <source>Put the image into what is applied.</source>
        <translation>请将镜像写入要应用的内容中。</translation>
    </message>
    <message>
        <source>This undoes no migration: it throws away what is in the database.</source>
        <translation>这不会撤销任何迁移：它会丢弃数据库中的内容。</translation>
    </message>
    <message>
        <source>No tag starts this workflow: the condition never holds.</source>
        <translation>没有标签会启动此工作流：该条件永远不成立。</translation>
    </message>
    <message>
        <source>Add tags: to on.push, or release by the branch.</source>
        <translation>请在 on.push 中添加 tags:，或按分支发行。</translation>
    </message>
    <message>
        <source>The history does not say what each revision is.</source>
        <translation>历史没有说明每个修订版本是什么。</translation>
    </message>
    <message>
        <source>Annotate the Deployment with kubernetes.io/change-cause at each release.</source>
        <translation>请在每次发行时为 Deployment 添加注解 kubernetes.io/change-cause。</translation>
    </message>
    <message>
        <source>Right after an undo the deadline that had passed is still told: this fails though the undo works.</source>
        <translation>刚回滚之后，仍会报告已过的期限：虽然回滚成功，此处仍会失败。</translation>
    </message>
    <message>
        <source>Ask until it holds: until kubectl rollout status …; do sleep 5; done.</source>
        <translation>请反复查询直到成立：until kubectl rollout status …; do sleep 5; done。</translation>
    </message>
    <message>
        <source>Requests that are still open at the old colour are cut off.</source>
        <translation>旧颜色上仍未完成的请求会被切断。</translation>
    </message>
    <message>
        <source>Wait between the switch and the scaling down, longer than a request lasts.</source>
        <translation>请在切换与缩小规模之间等待，时间要长于一个请求的持续时间。</translation>
    </message>
</context>
<context>
    <name>LintWords</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 个警告</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 个提示</translation>
    </message>
    <message numerus="yes">
        <source>%n hints</source>
        <translation>
            <numerusform>%n 个提示</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: not checked, because it has not come yet.</source>
        <translation>%1：未检查，因为尚未收到。</translation>
    </message>
    <message>
        <source>%1: not checked, because the cluster does not let it be seen.</source>
        <translation>%1：未检查，因为集群不允许查看。</translation>
    </message>
    <message>
        <source>%1: not checked, because what is known of it is old.</source>
        <translation>%1：未检查，因为已知的内容较旧。</translation>
    </message>
    <message>
        <source>%1: not checked, because the cluster knows no such kind.</source>
        <translation>%1：未检查，因为集群没有这类对象。</translation>
    </message>
    <message>
        <source>%1: not checked, because the cluster was not asked for it.</source>
        <translation>%1：未检查，因为没有向集群查询。</translation>
    </message>
    <message>
        <source>Namespace %1: not checked, because another one is watched.</source>
        <translation>命名空间 %1：未检查，因为正在监视的是另一个。</translation>
    </message>
    <message>
        <source>What the manifests describe: not checked, because kustomize changes the names.</source>
        <translation>清单描述的内容：未检查，因为 kustomize 会更改名称。</translation>
    </message>
    <message>
        <source>Images, replicas and amounts: not checked, because kustomize changes them.</source>
        <translation>镜像、副本和资源量：未检查，因为 kustomize 会更改它们。</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>%1 The server says: %2</source>
        <translation>%1 服务器说明：%2</translation>
    </message>
    <message>
        <source>%1 has ended; its next run is waited for.</source>
        <translation>%1 已结束；正在等待其下一次运行。</translation>
    </message>
    <message>
        <source>%1 has not begun yet.</source>
        <translation>%1 尚未开始。</translation>
    </message>
    <message>
        <source>The connection to the log of %1 broke; reconnecting…</source>
        <translation>与 %1 日志的连接已断开；正在重新连接…</translation>
    </message>
    <message>
        <source>There is no log of %1.</source>
        <translation>%1 没有日志。</translation>
    </message>
    <message>
        <source>%1 has had no run before this one.</source>
        <translation>%1 在本次之前没有运行过。</translation>
    </message>
    <message>
        <source>You are not allowed to read the log of %1.</source>
        <translation>您无权读取 %1 的日志。</translation>
    </message>
    <message>
        <source>%1 is gone; these are its last lines.</source>
        <translation>%1 已不存在；这些是其最后几行。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 的数字</translation>
    </message>
    <message>
        <source>Responses (OpenAI)</source>
        <translation>Responses (OpenAI)</translation>
    </message>
    <message>
        <source>Chat Completions (compatible servers)</source>
        <translation>Chat Completions（兼容服务器）</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>一个词</translation>
    </message>
    <message>
        <source>a JSON object or array</source>
        <translation>JSON 对象或数组</translation>
    </message>
    <message>
        <source>The provider goes on when the connection breaks; the run can be resumed.</source>
        <translation>连接中断时提供方会继续；此运行可以续接。</translation>
    </message>
    <message>
        <source>Further data to be sent with the answer.</source>
        <translation>要随回答发送的其他数据。</translation>
    </message>
    <message>
        <source>The most tokens an answer may have; thinking counts.</source>
        <translation>回答最多可有的词元数；思考也计算在内。</translation>
    </message>
    <message>
        <source>The most calls of built-in tools in one answer.</source>
        <translation>一次回答中内置工具的最多调用次数。</translation>
    </message>
    <message>
        <source>Up to 16 words kept with the answer at the provider.</source>
        <translation>在提供方处随回答保存的至多 16 个词。</translation>
    </message>
    <message>
        <source>Whether several tools may be called at once.</source>
        <translation>是否可以同时调用多个工具。</translation>
    </message>
    <message>
        <source>Groups similar requests, so that more of them come from the cache.</source>
        <translation>将相似的请求归为一组，使更多请求命中缓存。</translation>
    </message>
    <message>
        <source>How long the model thinks before it answers.</source>
        <translation>模型回答前思考多久。</translation>
    </message>
    <message>
        <source>Whether a summary of the thinking is sent.</source>
        <translation>是否发送思考的摘要。</translation>
    </message>
    <message>
        <source>A stable word for the end user, without personal data.</source>
        <translation>表示最终用户的固定标识，不含个人数据。</translation>
    </message>
    <message>
        <source>How fast and at which price the request is served.</source>
        <translation>处理请求的速度和价格层级。</translation>
    </message>
    <message>
        <source>Whether the provider keeps the answer.</source>
        <translation>提供方是否保存回答。</translation>
    </message>
    <message>
        <source>Higher is more varied, lower more alike each time.</source>
        <translation>越高越多变，越低每次越相似。</translation>
    </message>
    <message>
        <source>How wordy the answer is.</source>
        <translation>回答的详细程度。</translation>
    </message>
    <message>
        <source>Whether the model may or must call a tool.</source>
        <translation>模型可以或必须调用工具。</translation>
    </message>
    <message>
        <source>How many likely words to tell at each place.</source>
        <translation>每个位置给出多少个可能的词。</translation>
    </message>
    <message>
        <source>Only the likeliest words up to this share are considered.</source>
        <translation>只考虑累计概率在此份额以内的最可能的词。</translation>
    </message>
</context>
<context>
    <name>PostureRows</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>否：%1</translation>
    </message>
    <message>
        <source>no: %1 (%2)</source>
        <translation>否：%1（%2）</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>moving tag</source>
        <translation>浮动标签</translation>
    </message>
    <message>
        <source>by image</source>
        <translation>由镜像决定</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>by account</source>
        <translation>由账号决定</translation>
    </message>
    <message>
        <source>mounted</source>
        <translation>已挂载</translation>
    </message>
    <message>
        <source>some</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>in, out</source>
        <translation>入站，出站</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入站</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出站</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>readiness, liveness</source>
        <translation>就绪，存活</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>liveness</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>requests, limits</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>that a namespace enforces</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Namespace “%1” enforces %2, audits %3 and warns of %4.</source>
        <translation>命名空间“%1”：强制 %2，审计 %3，警告 %4。</translation>
    </message>
    <message>
        <source>What the namespace enforces is not known: namespaces may not be seen.</source>
        <translation>命名空间强制的内容未知：无权查看命名空间。</translation>
    </message>
    <message>
        <source>Network policies may not be seen.</source>
        <translation>无权查看网络策略。</translation>
    </message>
    <message>
        <source>Disruption budgets may not be seen.</source>
        <translation>无权查看中断预算。</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>There is a provider of this name already.</source>
        <translation>已有同名的提供方。</translation>
    </message>
    <message>
        <source>This name belongs to the rehearsal model.</source>
        <translation>此名称属于演练模型。</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits, “-”, “_” and “.”, at most 64 of them.</source>
        <translation>请使用小写字母、数字、“-”、“_”和“.”，最多 64 个字符。</translation>
    </message>
    <message>
        <source>The address begins with https:// (or http:// on this computer).</source>
        <translation>地址以 https:// 开头（本机可用 http://）。</translation>
    </message>
    <message>
        <source>The address must not hold “?” or “#”.</source>
        <translation>地址不能包含“?”或“#”。</translation>
    </message>
    <message>
        <source>Leave user name and password out; the key has its own field.</source>
        <translation>请勿包含用户名和密码；密钥有单独的字段。</translation>
    </message>
    <message>
        <source>There is no valid host name in the address.</source>
        <translation>地址中没有有效的主机名。</translation>
    </message>
    <message>
        <source>Leave out the last part: the address usually ends with /v1.</source>
        <translation>请去掉最后一部分：地址通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>With http:// the key travels unencrypted and can be read on the way. Use https:// where you can.</source>
        <translation>使用 http:// 时，密钥以未加密方式传输，途中可能被读取。请尽可能使用 https://。</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Chat Completions</source>
        <translation>Chat Completions</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>Model answered</source>
        <translation>应答的模型</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Provider&apos;s code</source>
        <translation>提供方代码</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首词元</translation>
    </message>
    <message>
        <source>Last token</source>
        <translation>末词元</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Tokens (estimated)</source>
        <translation>词元（估计）</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>… of these cached</source>
        <translation>… 其中来自缓存</translation>
    </message>
    <message>
        <source>… written to the cache</source>
        <translation>… 写入缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>… of these reasoning</source>
        <translation>… 其中用于推理</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Response ID</source>
        <translation>响应 ID</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>运行 ID</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>RunExport</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Tool call “%1”</source>
        <translation>工具调用“%1”</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>工具结果</translation>
    </message>
    <message>
        <source>Reasoning summary</source>
        <translation>推理摘要</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>SchemaSentences</name>
    <message>
        <source>it is not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 is not allowed</source>
        <translation>不允许 %1</translation>
    </message>
    <message>
        <source>%1 should be: %2</source>
        <translation>%1 应为：%2</translation>
    </message>
    <message>
        <source>%1 should be one of: %2</source>
        <translation>%1 应为以下之一：%2</translation>
    </message>
    <message>
        <source>%1 fits none of the alternatives</source>
        <translation>%1 不符合任何一种备选形式</translation>
    </message>
    <message>
        <source>So far valid JSON</source>
        <translation>到目前为止是有效的 JSON</translation>
    </message>
    <message>
        <source>This is not JSON</source>
        <translation>这不是 JSON</translation>
    </message>
    <message>
        <source>Matches the schema</source>
        <translation>符合架构</translation>
    </message>
    <message>
        <source>Does not match the schema: %1</source>
        <translation>不符合架构：%1</translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Remove “%1” from this list? Nothing in the cluster changes.</source>
        <translation>要从此列表中移除“%1”吗？集群中的内容不会改变。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Leave It</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>To sign in at %1, the kubeconfig wants to run a program on this computer. Allow it only if you trust the kubeconfig.</source>
        <translation>要在 %1 登录，kubeconfig 需要在这台计算机上运行一个程序。仅在信任此 kubeconfig 时才允许。</translation>
    </message>
    <message>
        <source>Run It Now</source>
        <translation>立即运行</translation>
    </message>
    <message>
        <source>Always Allow</source>
        <translation>始终允许</translation>
    </message>
    <message>
        <source>Do Not Run</source>
        <translation>不运行</translation>
    </message>
    <message>
        <source>Change the Environment…</source>
        <translation>更改环境…</translation>
    </message>
    <message>
        <source>Read It Again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Connect Again</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Not everything may be seen here: %1</source>
        <translation>此处并非一切都可查看：%1</translation>
    </message>
</context>
<context>
    <name>SignalWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>延迟 p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>延迟 p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>延迟 p99</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a number of requests a second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <comment>of processors</comment>
        <translation>%1 核</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>late: %1 old</source>
        <translation>滞后：%1前</translation>
    </message>
    <message>
        <source>out of date: %1 old</source>
        <translation>已过时：%1前</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>of its limits</source>
        <translation>占其上限</translation>
    </message>
    <message>
        <source>of what it requests</source>
        <translation>占其请求量</translation>
    </message>
    <message>
        <source>in use; no limits are known</source>
        <translation>使用量；上限未知</translation>
    </message>
    <message>
        <source>in use by metrics.k8s.io, since it is watched</source>
        <translation>metrics.k8s.io 测得的使用量，自开始监视起</translation>
    </message>
    <message>
        <source>measured by aiagent-server</source>
        <translation>由 aiagent-server 测量</translation>
    </message>
    <message>
        <source>measured by ingress-nginx</source>
        <translation>由 ingress-nginx 测量</translation>
    </message>
    <message>
        <source>measured by Istio</source>
        <translation>由 Istio 测量</translation>
    </message>
    <message>
        <source>%1 where %2 to %3 are usual, since %4</source>
        <translation>%1，通常为 %2 到 %3，自 %4 起</translation>
    </message>
    <message>
        <source>%1 where %2 to %3 are usual, from %4 to %5</source>
        <translation>%1，通常为 %2 到 %3，从 %4 到 %5</translation>
    </message>
    <message>
        <source>Usual at this hour of the week, from %1 of history</source>
        <translation>每周此时段的通常水平，依据 %1的历史</translation>
    </message>
    <message>
        <source>Usual at this hour of the day, from %1 of history</source>
        <translation>每天此时段的通常水平，依据 %1的历史</translation>
    </message>
    <message>
        <source>There is no history yet to tell what is usual.</source>
        <translation>尚无历史可说明通常水平。</translation>
    </message>
    <message>
        <source>Not enough history to tell what is usual: it takes three days of each hour, and there are %1.</source>
        <translation>历史不足，无法说明通常水平：每个时段需要三天，现有 %1。</translation>
    </message>
    <message>
        <source>overspent</source>
        <translation>已超支</translation>
    </message>
    <message>
        <source>Nothing is known of what failed in %1 (%2 must not).</source>
        <translation>%1内的失败情况未知（%2 不得失败）。</translation>
    </message>
    <message>
        <source>Of what may fail in %1 (%2 must not), %3 are left.</source>
        <translation>%1内允许的失败（%2 不得失败）还剩 %3。</translation>
    </message>
    <message>
        <source>More failed in %1 than may (%2 must not): %3 of that.</source>
        <translation>%1内的失败超过允许值（%2 不得失败）：达到允许值的 %3。</translation>
    </message>
    <message>
        <source>Measured for %1; the rest counts as being like it.</source>
        <translation>已测量 %1；其余时间按相同水平计算。</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>two lengths of time</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2 and %3 times as fast as the budget allows (both above %4 wake somebody)</source>
        <translation>%1：消耗速率为预算允许的 %2 和 %3 倍（两者都超过 %4 时会叫醒值班人员）</translation>
    </message>
    <message>
        <source>%1: %2 and %3 times as fast as the budget allows (both above %4 need looking into)</source>
        <translation>%1：消耗速率为预算允许的 %2 和 %3 倍（两者都超过 %4 时需要查看）</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Edits everything and looks after the members.</source>
        <translation>可编辑全部内容并管理成员。</translation>
    </message>
    <message>
        <source>Edits everything.</source>
        <translation>可编辑全部内容。</translation>
    </message>
    <message>
        <source>Looks at everything and changes nothing.</source>
        <translation>可查看全部内容，不能修改。</translation>
    </message>
    <message>
        <source>no connection to the server</source>
        <translation>无法连接服务器</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>服务器无响应</translation>
    </message>
    <message>
        <source>the connection was interrupted</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>服务器证书不受信任</translation>
    </message>
    <message>
        <source>the proxy wants a user name and password</source>
        <translation>代理要求用户名和密码</translation>
    </message>
    <message>
        <source>what answers is not the server</source>
        <translation>应答的不是服务器</translation>
    </message>
    <message>
        <source>the server asks to wait</source>
        <translation>服务器要求等待</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>服务器繁忙</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the profile folder cannot be written</source>
        <translation>配置文件夹无法写入</translation>
    </message>
    <message>
        <source>the server does not understand this program</source>
        <translation>服务器无法理解此程序</translation>
    </message>
    <message>
        <source>this computer&apos;s disk takes nothing</source>
        <translation>本机磁盘无法写入</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已找回</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>Lost by the server</source>
        <translation>服务器已丢失</translation>
    </message>
    <message>
        <source>You and somebody else changed the same words.</source>
        <translation>您和他人修改了相同的文字。</translation>
    </message>
    <message>
        <source>Somebody else deleted this agent while you were editing it. Your text is kept here.</source>
        <translation>您编辑此智能体时，他人将其删除。您的文本保留在这里。</translation>
    </message>
    <message>
        <source>You deleted this agent while somebody else was editing it, so it was kept.</source>
        <translation>您删除此智能体时他人正在编辑，因此它被保留。</translation>
    </message>
    <message>
        <source>Your role does not allow changes in this workspace, so the server did not take this one. Your text is kept here.</source>
        <translation>您的角色不允许修改此工作区，因此服务器未接受此修改。您的文本保留在这里。</translation>
    </message>
    <message>
        <source>Another record has this name already, so the server did not take the change.</source>
        <translation>已有其他记录使用此名称，因此服务器未接受此修改。</translation>
    </message>
    <message>
        <source>The server found a value that it cannot keep. Correct the agent and save it again.</source>
        <translation>服务器发现无法保存的值。请更正智能体后重新保存。</translation>
    </message>
    <message>
        <source>This agent is larger than the server takes. Shorten it and save it again.</source>
        <translation>此智能体超过服务器允许的大小。请缩短后重新保存。</translation>
    </message>
    <message>
        <source>Others changed this agent again and again while your change was on its way. Save it again to send it once more.</source>
        <translation>您的修改在传送途中，他人多次修改了此智能体。请重新保存以再次发送。</translation>
    </message>
    <message>
        <source>The server was set back to an older state and lost this. It is still here.</source>
        <translation>服务器被恢复到较早的状态，丢失了此内容。它仍保留在这里。</translation>
    </message>
    <message>
        <source>The workspace has reached its limit at the server.</source>
        <translation>此工作区已达到服务器上的限额。</translation>
    </message>
    <message>
        <source>A knowledge file of this agent is not at the server.</source>
        <translation>此智能体的一个知识文件不在服务器上。</translation>
    </message>
    <message>
        <source>What you changed met another change.</source>
        <translation>您的修改与另一处修改相遇。</translation>
    </message>
    <message>
        <source>This text had no place any more and is kept here.</source>
        <translation>此文本已无处安放，保留在这里。</translation>
    </message>
    <message>
        <source>The server did not take this change. Your text is kept here.</source>
        <translation>服务器未接受此修改。您的文本保留在这里。</translation>
    </message>
    <message>
        <source>The server does not have this any more. It is still here.</source>
        <translation>服务器上已没有它。它仍保留在这里。</translation>
    </message>
    <message>
        <source>Signed a device in: %1</source>
        <translation>登录了设备：%1</translation>
    </message>
    <message>
        <source>Signed a device out: %1</source>
        <translation>注销了设备：%1</translation>
    </message>
    <message>
        <source>A sign-in was used from two places and ended: %1</source>
        <translation>一个登录在两处被使用，已终止：%1</translation>
    </message>
    <message>
        <source>Invited %1</source>
        <translation>邀请了 %1</translation>
    </message>
    <message>
        <source>Withdrew the invitation of %1</source>
        <translation>撤回了对 %1 的邀请</translation>
    </message>
    <message>
        <source>Left the workspace: %1</source>
        <translation>离开了工作区：%1</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>移除了 %1</translation>
    </message>
    <message>
        <source>Let %1 in again</source>
        <translation>重新允许了 %1</translation>
    </message>
    <message>
        <source>Changed the role of %1</source>
        <translation>更改了 %1 的角色</translation>
    </message>
    <message>
        <source>Suspended %1</source>
        <translation>停用了 %1</translation>
    </message>
    <message>
        <source>Made an access token: %1</source>
        <translation>创建了访问令牌：%1</translation>
    </message>
    <message>
        <source>Made the workspace %1</source>
        <translation>创建了工作区 %1</translation>
    </message>
    <message>
        <source>Renamed the workspace to %1</source>
        <translation>将工作区重命名为 %1</translation>
    </message>
    <message>
        <source>the server does not answer as it should</source>
        <translation>服务器响应异常</translation>
    </message>
    <message>
        <source>Changed the monthly budget of %1</source>
        <translation>更改了 %1 的每月预算</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>%1 (personal)</source>
        <translation>%1（个人）</translation>
    </message>
</context>
<context>
    <name>TableTopics</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Posture</source>
        <translation>安全态势</translation>
    </message>
    <message>
        <source>Host or name</source>
        <translation>主机或名称</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>查看时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Counts by</source>
        <translation>认定依据</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>A run takes</source>
        <translation>单次运行时长</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>符合 restricted</translation>
    </message>
    <message>
        <source>Image by</source>
        <translation>镜像指定方式</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>以 root 运行</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Requests, limits</source>
        <translation>请求量，上限</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>网络策略</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>中断预算</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>TranscriptMessages</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Thoughts, summarised</source>
        <translation>思考摘要</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>工具：%1</translation>
    </message>
    <message>
        <source>Result of the tool</source>
        <translation>工具的结果</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>VerdictLook</name>
    <message>
        <source>Development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>The rollout was aborted</source>
        <translation>发布已中止</translation>
    </message>
    <message>
        <source>Nothing tells how old it is</source>
        <translation>无从得知它有多旧</translation>
    </message>
    <message>
        <source>Everything is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Scaled as far as it may</source>
        <translation>已扩缩到允许的极限</translation>
    </message>
    <message>
        <source>All that is wanted is available</source>
        <translation>所需的全部可用</translation>
    </message>
    <message>
        <source>New pods become available</source>
        <translation>新的 Pod 正在变为可用</translation>
    </message>
    <message>
        <source>Fewer pods are healthy than wanted</source>
        <translation>健康的 Pod 少于期望</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Ended well</source>
        <translation>已正常结束</translation>
    </message>
    <message>
        <source>A vertical autoscaler changes the same resource</source>
        <translation>有垂直自动扩缩器更改同一资源</translation>
    </message>
    <message>
        <source>Takes no new pods</source>
        <translation>不接收新的 Pod</translation>
    </message>
    <message>
        <source>Crashes again and again</source>
        <translation>反复崩溃</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>The deadline that passed is of an earlier change</source>
        <translation>已过的期限属于较早的更改</translation>
    </message>
    <message>
        <source>Is being deleted</source>
        <translation>正在被删除</translation>
    </message>
    <message>
        <source>A disruption is allowed</source>
        <translation>允许一次中断</translation>
    </message>
    <message>
        <source>Enough is left</source>
        <translation>余量充足</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>The certificate expires soon</source>
        <translation>证书即将过期</translation>
    </message>
    <message>
        <source>The certificate expires in days</source>
        <translation>证书几天内过期</translation>
    </message>
    <message>
        <source>Nothing tells how long it holds</source>
        <translation>无从得知有效期多长</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>正在失败</translation>
    </message>
    <message>
        <source>Is about to be done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>Its last success is recent enough</source>
        <translation>上次成功的时间足够近</translation>
    </message>
    <message>
        <source>The quota is used up</source>
        <translation>配额已用完</translation>
    </message>
    <message>
        <source>The certificate cannot be issued</source>
        <translation>无法颁发证书</translation>
    </message>
    <message>
        <source>The certificate is being issued</source>
        <translation>正在颁发证书</translation>
    </message>
    <message>
        <source>This is its last try</source>
        <translation>这是最后一次尝试</translation>
    </message>
    <message>
        <source>What the server says of it cannot be read</source>
        <translation>无法读取服务器对它的说明</translation>
    </message>
    <message>
        <source>The quota is nearly used up</source>
        <translation>配额即将用完</translation>
    </message>
    <message>
        <source>It has never succeeded</source>
        <translation>从未成功过</translation>
    </message>
    <message>
        <source>The new pods fail</source>
        <translation>新的 Pod 失败</translation>
    </message>
    <message>
        <source>Its controller says nothing of it</source>
        <translation>其控制器对它没有任何说明</translation>
    </message>
    <message>
        <source>No disruption is allowed now</source>
        <translation>现在不允许中断</translation>
    </message>
    <message>
        <source>No node wants it</source>
        <translation>没有节点需要它</translation>
    </message>
    <message>
        <source>It covers no pods</source>
        <translation>它不涵盖任何 Pod</translation>
    </message>
    <message>
        <source>Its node does not answer</source>
        <translation>其节点没有应答</translation>
    </message>
    <message>
        <source>The node does not answer</source>
        <translation>节点没有应答</translation>
    </message>
    <message>
        <source>Not everything that counts can be seen</source>
        <translation>并非所有相关内容都能看到</translation>
    </message>
    <message>
        <source>The controller has not seen the last change yet</source>
        <translation>控制器尚未看到上次更改</translation>
    </message>
    <message>
        <source>The figures cannot be read</source>
        <translation>无法读取数值</translation>
    </message>
    <message>
        <source>Is not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>It has not run yet</source>
        <translation>尚未运行过</translation>
    </message>
    <message>
        <source>Nothing of it is available</source>
        <translation>完全不可用</translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>尚无任何信息</translation>
    </message>
    <message>
        <source>There is nothing here that could be judged</source>
        <translation>此处没有可判定的内容</translation>
    </message>
    <message>
        <source>Ended for want of memory (OOMKilled)</source>
        <translation>因内存不足而结束 (OOMKilled)</translation>
    </message>
    <message>
        <source>Is paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Is paused, and not enough of it is available</source>
        <translation>已暂停，且可用数量不足</translation>
    </message>
    <message>
        <source>Its phase is not known</source>
        <translation>其阶段未知</translation>
    </message>
    <message>
        <source>Pods of it fail</source>
        <translation>其 Pod 失败</translation>
    </message>
    <message>
        <source>The rollout made no progress before its deadline</source>
        <translation>发布在期限内没有进展</translation>
    </message>
    <message>
        <source>Is ready</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>Old pods are being removed</source>
        <translation>正在移除旧的 Pod</translation>
    </message>
    <message>
        <source>The certificate should be renewed by now</source>
        <translation>证书现在应已续期</translation>
    </message>
    <message>
        <source>The certificate is being renewed</source>
        <translation>正在续期证书</translation>
    </message>
    <message>
        <source>Pods cannot be made</source>
        <translation>无法创建 Pod</translation>
    </message>
    <message>
        <source>Ended with a fault and was started again</source>
        <translation>因故障结束后已重新启动</translation>
    </message>
    <message>
        <source>Failed, and is tried again</source>
        <translation>失败，正在重试</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Scaled as wanted</source>
        <translation>已按期望扩缩</translation>
    </message>
    <message>
        <source>Scaled to nothing, as it was asked for</source>
        <translation>已按要求缩减到零</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>正在扩缩</translation>
    </message>
    <message>
        <source>Fewer pods are wanted</source>
        <translation>期望的 Pod 减少</translation>
    </message>
    <message>
        <source>More pods are being added</source>
        <translation>正在增加 Pod</translation>
    </message>
    <message>
        <source>Its schedule cannot be read</source>
        <translation>无法读取其计划</translation>
    </message>
    <message>
        <source>Waits to be released for scheduling</source>
        <translation>等待放行调度</translation>
    </message>
    <message>
        <source>Takes long to become ready</source>
        <translation>很久才能就绪</translation>
    </message>
    <message>
        <source>Has just finished, and is watched for a while</source>
        <translation>刚刚完成，还会观察一段时间</translation>
    </message>
    <message>
        <source>Its last success is too long ago</source>
        <translation>上次成功距今太久</translation>
    </message>
    <message>
        <source>Its next success is late</source>
        <translation>下次成功已迟到</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Should have ended by now</source>
        <translation>现在应已结束</translation>
    </message>
    <message>
        <source>Is suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Is ending</source>
        <translation>正在结束</translation>
    </message>
    <message>
        <source>Two autoscalers pull at the same thing</source>
        <translation>两个自动扩缩器在争夺同一对象</translation>
    </message>
    <message>
        <source>Not enough of it is available</source>
        <translation>可用数量不足</translation>
    </message>
    <message>
        <source>No node can take it</source>
        <translation>没有节点能接收它</translation>
    </message>
    <message>
        <source>Is being updated</source>
        <translation>正在更新</translation>
    </message>
    <message>
        <source>The certificate holds</source>
        <translation>证书有效</translation>
    </message>
    <message>
        <source>The worst of what is in it</source>
        <translation>其内容中最差的判定</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>lagging</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>polled</source>
        <translation>轮询</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>尚未收到任何内容。</translation>
    </message>
    <message>
        <source>The cluster tells each change as it happens.</source>
        <translation>集群会即时告知每个更改。</translation>
    </message>
    <message>
        <source>The stream of changes is being opened anew; this may lag by some seconds.</source>
        <translation>正在重新打开更改流；内容可能滞后几秒。</translation>
    </message>
    <message>
        <source>The cluster does not answer: this is how it was.</source>
        <translation>集群没有应答：这是之前的状况。</translation>
    </message>
    <message>
        <source>Watching is not allowed, so it is asked for now and then.</source>
        <translation>不允许监视，因此会不时查询。</translation>
    </message>
    <message>
        <source>You are not allowed to see this.</source>
        <translation>您无权查看此内容。</translation>
    </message>
    <message>
        <source>This cluster has no such kind of objects.</source>
        <translation>此集群没有这类对象。</translation>
    </message>
    <message>
        <source>Not everything is known as it is now</source>
        <translation>并非一切的当前状态都已知</translation>
    </message>
    <message>
        <source>The last archiving of the database failed</source>
        <translation>上次数据库归档失败</translation>
    </message>
    <message>
        <source>The database is archived</source>
        <translation>数据库已启用归档</translation>
    </message>
    <message>
        <source>The database is not archived</source>
        <translation>数据库未启用归档</translation>
    </message>
    <message>
        <source>The last restore of a backup failed</source>
        <translation>上次恢复备份失败</translation>
    </message>
    <message>
        <source>A backup was restored lately</source>
        <translation>最近恢复过备份</translation>
    </message>
    <message>
        <source>No restore of a backup was ever written down</source>
        <translation>没有任何恢复备份的记录</translation>
    </message>
    <message>
        <source>The last restore drill is too long ago</source>
        <translation>上次恢复演练距今太久</translation>
    </message>
    <message>
        <source>Not even the baseline standard would take it</source>
        <translation>连 baseline 标准也不会接受它</translation>
    </message>
    <message>
        <source>The restricted standard would not take it</source>
        <translation>restricted 标准不会接受它</translation>
    </message>
    <message>
        <source>Another image can be put behind its tag</source>
        <translation>其标签可能会改为指向另一个镜像</translation>
    </message>
    <message>
        <source>It asks for no cpu or memory</source>
        <translation>没有请求 CPU 或内存</translation>
    </message>
    <message>
        <source>Its memory has no limit</source>
        <translation>其内存没有上限</translation>
    </message>
    <message>
        <source>Nothing tells when it can serve</source>
        <translation>无从得知它何时能提供服务</translation>
    </message>
    <message>
        <source>Everybody may reach it</source>
        <translation>任何来源都可以访问它</translation>
    </message>
    <message>
        <source>A drain may take all of it at once</source>
        <translation>排空节点可能一次带走其全部 Pod</translation>
    </message>
    <message>
        <source>Kept from harm as far as can be seen</source>
        <translation>就所见而言已得到充分防护</translation>
    </message>
    <message>
        <source>Nobody has looked yet</source>
        <translation>尚未查看过</translation>
    </message>
    <message>
        <source>The host does not answer</source>
        <translation>主机没有应答</translation>
    </message>
    <message>
        <source>The host shows no certificate</source>
        <translation>主机没有出示证书</translation>
    </message>
    <message>
        <source>The certificate is for other names</source>
        <translation>证书属于其他名称</translation>
    </message>
    <message>
        <source>The certificate vouches for itself</source>
        <translation>证书由自身担保</translation>
    </message>
    <message>
        <source>Nobody who is trusted vouches for the certificate</source>
        <translation>没有受信任的机构为此证书担保</translation>
    </message>
    <message>
        <source>The certificate was revoked</source>
        <translation>证书已被吊销</translation>
    </message>
    <message>
        <source>The certificate does not hold yet</source>
        <translation>证书尚未生效</translation>
    </message>
    <message>
        <source>Browsers refuse the certificate</source>
        <translation>浏览器拒绝此证书</translation>
    </message>
</context>
<context>
    <name>aiagent::desktop::Desktop</name>
    <message>
        <source>Agents</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>工单分类</translation>
    </message>
    <message>
        <source>Sorts incoming tickets by urgency</source>
        <translation>按紧急程度对收到的工单分类</translation>
    </message>
    <message>
        <source>You sort support tickets for the team {{team}}.

Answer with one word for the urgency (urgent, soon, later), and a reason of at most twelve words.</source>
        <translation>你为团队 {{team}} 分类支持工单。

回答一个表示紧急程度的词（紧急、尽快、稍后），并给出不超过二十个字的理由。</translation>
    </message>
    <message>
        <source>The printer is on fire</source>
        <translation>打印机着火了</translation>
    </message>
    <message>
        <source>Where do I find my invoice?</source>
        <translation>在哪里可以找到我的发票？</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>&amp;Import agents…</source>
        <translation>导入智能体(&amp;I)…</translation>
    </message>
    <message>
        <source>A generation that waited for a network is ready to be reviewed under Generate.</source>
        <translation>等待网络的生成已完成，可在“生成”中审阅。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The database was damaged. %1 records were carried over into a new one, %2 are lost; the damaged file is kept at %3.</source>
        <translation>数据库曾损坏。已将 %1 条记录转移到新数据库，丢失 %2 条；损坏的文件保留在 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>队列中有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>People</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>1 run is going on. It is stopped when you go to another workspace; what has arrived is kept.</source>
        <translation>有 1 个运行正在进行。切换工作区时会将其停止；已收到的内容会保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are going on. They are stopped when you go to another workspace; what has arrived is kept.</source>
        <translation>
            <numerusform>有 %n 个运行正在进行。切换工作区时会将其停止；已收到的内容会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and Switch</source>
        <translation>停止并切换</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Check a deployment&apos;s &amp;files…</source>
        <translation>检查部署文件(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>AI Agent Generator %1</source>
        <translation>AI Agent Generator %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>自由软件，依照 GNU 通用公共许可证第 3 版或更高版本发布。不提供任何担保。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>构建所用</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ActionPane</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do It</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>The environment is read-only: arm it first.</source>
        <translation>环境为只读：请先解锁。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The end of this act could not be written to the audit log: %1</source>
        <translation>此操作的结果无法写入审计日志：%1</translation>
    </message>
    <message>
        <source>It was tried on the server without effect. To do it, arm the environment.</source>
        <translation>已在服务器上试运行，未产生效果。要真正执行，请解锁环境。</translation>
    </message>
    <message>
        <source>Arm…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>已执行。</translation>
    </message>
    <message>
        <source>It is done. What it led to: %1</source>
        <translation>已执行。结果：%1</translation>
    </message>
    <message>
        <source>It was sent, and no answer came: look at the cluster before you try again.</source>
        <translation>已发送，但没有应答：再次尝试之前请查看集群。</translation>
    </message>
    <message>
        <source>Before you say yes</source>
        <translation>确认之前</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>更改内容</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AgentListModel</name>
    <message>
        <source>unsaved draft</source>
        <translation>未保存的草稿</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>标签：%1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AgentRowPainter</name>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AgentsPage</name>
    <message>
        <source>Library</source>
        <translation>智能体库</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Editor or playground</source>
        <translation>编辑器或试运行区</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>颜色(&amp;C)：</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a percentage</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation>文字大小(&amp;T)：</translation>
    </message>
    <message>
        <source>Of the size that the system has set for text.</source>
        <translation>相对于系统设定的文字大小。</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>The language changes when the program is started next.</source>
        <translation>更改语言后，下次启动程序时生效。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ArmingBar</name>
    <message>
        <source>kept in the audit log</source>
        <translation>保存在审计日志中</translation>
    </message>
    <message>
        <source>Arm for 10 Minutes</source>
        <translation>解锁 10 分钟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Type its name:</source>
        <translation>输入其名称(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>原因(&amp;R)：</translation>
    </message>
    <message>
        <source>“%1” is a production environment. While it is armed, what is running in it can be changed from here.</source>
        <translation>“%1”是生产环境。解锁期间，可以从这里更改其中正在运行的内容。</translation>
    </message>
    <message>
        <source>While “%1” is armed, what is running in it can be changed from here.</source>
        <translation>“%1”解锁期间，可以从这里更改其中正在运行的内容。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AuditView</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the acts</source>
        <translation>筛选操作</translation>
    </message>
    <message>
        <source>What was done to this environment from this computer, with the window or the command line. Nothing can be changed or removed here.</source>
        <translation>从本机通过窗口或命令行对此环境执行过的操作。此处的任何内容都无法更改或移除。</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>The act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing was done to this environment from here.</source>
        <translation>没有从这里对此环境执行过任何操作。</translation>
    </message>
    <message>
        <source>None of them fits the filter.</source>
        <translation>没有符合筛选条件的项。</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <translation>上下文：%1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Version of the object: %1</source>
        <translation>对象的版本：%1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::CasesSection</name>
    <message>
        <source>Case %1</source>
        <translation>用例 %1</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>Remove the case (Delete)</source>
        <translation>移除用例 (Delete)</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Put the input and the values into the playground</source>
        <translation>将输入和值填入试运行区</translation>
    </message>
    <message>
        <source>Cases say what a good answer does, for an input that matters. They are kept with the agent and can be tried beside it.</source>
        <translation>用例说明对于重要的输入，好的回答应当怎样。用例随智能体保存，可在其旁边试运行。</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>用例名称</translation>
    </message>
    <message>
        <source>Input of the case</source>
        <translation>用例输入</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>In words: what a good answer does</source>
        <translation>用文字说明：好的回答应当怎样</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1 of the case</source>
        <translation>用例的 %1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ClusterTableView</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>&amp;Problems only</source>
        <translation>仅显示问题(&amp;P)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2, as of %3</source>
        <translation>%1 · %2，截至 %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>None of them fits the filter.</source>
        <translation>没有符合筛选条件的项。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Find a command or an agent</source>
        <translation>查找命令或智能体</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>未找到“%1”。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ContestedFieldView</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>%1: not there</source>
        <translation>%1：没有</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, side</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The library shows theirs until you decide.</source>
        <translation>在您决定之前，库中显示对方的内容。</translation>
    </message>
    <message>
        <source>Proposed merge: both changes, and theirs where they clash. You can edit it.</source>
        <translation>建议的合并：包含双方的修改，冲突处采用对方的。可以编辑。</translation>
    </message>
    <message>
        <source>%1: proposed merge</source>
        <translation>%1：建议的合并</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DataSection</name>
    <message>
        <source>Data and logs</source>
        <translation>数据和日志</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation>打开文件夹：%1</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>配置目录(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Backups:</source>
        <translation>备份(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>日志(&amp;L)：</translation>
    </message>
    <message>
        <source>Keys and passwords are in none of them.</source>
        <translation>其中均不含密钥和密码。</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation>备份：</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>数据库：</translation>
    </message>
    <message>
        <source>Finding faults</source>
        <translation>故障排查</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Log &amp;what:</source>
        <translation>日志内容(&amp;W)：</translation>
    </message>
    <message>
        <source>The log never holds a key, a prompt or an answer.</source>
        <translation>日志绝不记录密钥、提示词或回答。</translation>
    </message>
    <message>
        <source>For a report:</source>
        <translation>用于报告：</translation>
    </message>
    <message>
        <source>Versions, folders and settings, to be pasted where you report a fault. Nothing secret is among them; addresses of servers and your folder&apos;s name are.</source>
        <translation>版本、文件夹和设置，供报告故障时粘贴。其中不含任何机密，但包含服务器地址和您的文件夹名称。</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Back Up Now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Check Now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Copy Diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Sound, checked %1.</source>
        <translation>完好，检查于 %1。</translation>
    </message>
    <message>
        <source>Damaged, found %1. Restart the program: it keeps the damaged file and carries over what can be read.</source>
        <translation>已损坏，发现于 %1。请重新启动程序：程序会保留损坏的文件，并转移可读取的内容。</translation>
    </message>
    <message>
        <source>Every page of the database is being read.</source>
        <translation>正在读取数据库的每一页。</translation>
    </message>
    <message>
        <source>The check could not be done.</source>
        <translation>无法完成检查。</translation>
    </message>
    <message>
        <source>Checked by itself after an unclean end; never by hand so far.</source>
        <translation>异常退出后会自动检查，尚未手动检查过。</translation>
    </message>
    <message>
        <source>The copy is at %1.</source>
        <translation>备份位于 %1。</translation>
    </message>
    <message>
        <source>The diagnostics are in the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The database was damaged. %1 records were carried over, %2 are lost; the damaged file is kept at %3.</source>
        <translation>数据库曾损坏。已转移 %1 条记录，丢失 %2 条；损坏的文件保留在 %3。</translation>
    </message>
    <message>
        <source>The profile lies on a network share, where databases can be damaged. A local folder is safer.</source>
        <translation>配置目录位于网络共享上，数据库可能在那里损坏。使用本地文件夹更安全。</translation>
    </message>
    <message>
        <source>The program was started with LOGGING_LEVEL, which goes before this choice.</source>
        <translation>程序启动时设置了 LOGGING_LEVEL，它优先于此处的选择。</translation>
    </message>
    <message>
        <source>A verified copy of the database. One is made every night as well; the newest three of these are kept. Knowledge files are not in it: they lie in the profile, unchanged.</source>
        <translation>数据库的已校验副本。每晚也会生成一份，保留最新的三份。知识文件不在其中：它们原样保存在配置文件夹里。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DatabaseView</name>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Sign in at a server to see how its database does.</source>
        <translation>登录服务器即可查看其数据库的状况。</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>登录服务器…</translation>
    </message>
    <message>
        <source>Not offered to you</source>
        <translation>未向您提供</translation>
    </message>
    <message>
        <source>The database is shown to operators of the server. One of them can let you see it with aiagent-server ops grant.</source>
        <translation>数据库的状况只向服务器的运维人员显示。他们可以用 aiagent-server ops grant 允许您查看。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>This server does not tell how its database does; a newer one may.</source>
        <translation>此服务器不说明其数据库的状况；较新的版本可能会说明。</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>What is shown is older: %1</source>
        <translation>显示的是较早的内容：%1</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取时间：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a part, and when it was read</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DeploymentsPage</name>
    <message>
        <source>Workloads</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Autoscaling</source>
        <translation>自动扩缩</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>新建环境</translation>
    </message>
    <message>
        <source>Ask the cluster now</source>
        <translation>立即查询集群</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>A&amp;rm…</source>
        <translation>解锁(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Change the Environment…</source>
        <translation>更改环境(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Read the Kubeconfig Again</source>
        <translation>重新读取 kubeconfig(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export the Table as CSV…</source>
        <translation>将表格导出为 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;move the Environment…</source>
        <translation>移除环境(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>此判定的依据</translation>
    </message>
    <message>
        <source>Close the log</source>
        <translation>关闭日志</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>No environment yet</source>
        <translation>还没有环境</translation>
    </message>
    <message>
        <source>An environment is a place where the hosted side runs: a part of a Kubernetes cluster. Its health, its releases and what can be done about them then stand here.</source>
        <translation>环境是托管端运行的地方：Kubernetes 集群的一部分。它的健康状况、各个发行版以及可对它们执行的操作都会显示在这里。</translation>
    </message>
    <message>
        <source>New Environment…</source>
        <translation>新建环境…</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>身份：%1</translation>
    </message>
    <message>
        <source>as %1, says the kubeconfig</source>
        <translation>身份：%1（依据 kubeconfig）</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <translation>上下文：%1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Namespace: %1</source>
        <translation>命名空间：%1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1
Known to be all at %2</source>
        <translation>%1
已知全部内容的时间：%2</translation>
    </message>
    <message>
        <source>Hosted API</source>
        <translation>托管 API</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times</source>
        <translation>
            <numerusform>%1，%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Disarm · %1:%2</source>
        <translation>锁定 · %1:%2</translation>
    </message>
    <message>
        <source>Read-only · A&amp;rm…</source>
        <translation>只读 · 解锁(&amp;R)…</translation>
    </message>
    <message>
        <source>Make it read-only again now</source>
        <translation>立即恢复为只读</translation>
    </message>
    <message>
        <source>Nothing can be changed from here until you arm the environment</source>
        <translation>解锁环境之前，无法从这里更改任何内容</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Posture</source>
        <translation>安全态势</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>&amp;Look at Certificates from This Computer</source>
        <translation>从本机查看证书(&amp;L)</translation>
    </message>
    <message>
        <source>Save a Re&amp;port as HTML…</source>
        <translation>将报告保存为 HTML(&amp;P)…</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Check a Deployment&apos;s &amp;Files…</source>
        <translation>检查部署文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>More Kinds</source>
        <translation>更多类型</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>关闭详细信息</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DeviceList</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次在线</translation>
    </message>
    <message>
        <source>Sign Out Device…</source>
        <translation>注销设备…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1（本机）</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Sign “%1” out? It can send and fetch nothing from then on. What it has not sent stays on it.</source>
        <translation>注销“%1”？此后它不能再发送和获取任何内容。尚未发送的内容会留在该设备上。</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DropHint</name>
    <message>
        <source>Drop to import</source>
        <translation>拖放以导入</translation>
    </message>
    <message>
        <source>Drop to import agents
Nothing is written before you have seen what will happen</source>
        <translation>拖放以导入智能体
在您看到将发生什么之前，不会写入任何内容</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EditorPane</name>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>No agent is open</source>
        <translation>没有打开的智能体</translation>
    </message>
    <message>
        <source>Choose one in the library, or make a new one.</source>
        <translation>请在库中选择一个，或新建一个。</translation>
    </message>
    <message>
        <source>New Agent</source>
        <translation>新建智能体</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation>智能体名称</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>What it is for, in a sentence</source>
        <translation>用一句话说明用途</translation>
    </message>
    <message>
        <source>Words to find it by, separated by commas</source>
        <translation>便于查找的词，以英文逗号分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Instructions for the model. {{name}} becomes a field to fill in before a run.</source>
        <translation>给模型的指令。{{name}} 会成为运行前需填写的字段。</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>This is not a JSON array of objects that each have a “type”. It cannot be run like this.</source>
        <translation>这不是由各自带有“type”的对象组成的 JSON 数组，无法这样运行。</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>输出架构</translation>
    </message>
    <message>
        <source>This is not a JSON object. It cannot be run like this.</source>
        <translation>这不是 JSON 对象，无法这样运行。</translation>
    </message>
    <message>
        <source>First messages to choose from, one on each line</source>
        <translation>供选择的首条消息，每行一条</translation>
    </message>
    <message>
        <source>Starters</source>
        <translation>开场问题</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the draft as the agent</source>
        <translation>将草稿保存为智能体</translation>
    </message>
    <message>
        <source>Discard d&amp;raft</source>
        <translation>丢弃草稿(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Rename agent</source>
        <translation>重命名智能体(&amp;R)</translation>
    </message>
    <message>
        <source>Go to &amp;prompt</source>
        <translation>转到提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Draft, not kept yet</source>
        <translation>草稿，尚未保留</translation>
    </message>
    <message>
        <source>Draft …</source>
        <translation>草稿…</translation>
    </message>
    <message>
        <source>Draft, kept</source>
        <translation>草稿，已保留</translation>
    </message>
    <message>
        <source>The agent itself is unchanged until you save.</source>
        <translation>在您保存之前，智能体本身不会改变。</translation>
    </message>
    <message>
        <source>fields: %1</source>
        <translation>字段：%1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Tools (set)</source>
        <translation>工具（已设置）</translation>
    </message>
    <message>
        <source>Tools (faulty)</source>
        <translation>工具（有误）</translation>
    </message>
    <message>
        <source>Output schema (set)</source>
        <translation>输出架构（已设置）</translation>
    </message>
    <message>
        <source>Output schema (faulty)</source>
        <translation>输出架构（有误）</translation>
    </message>
    <message>
        <source>This agent was deleted elsewhere. Its text is still here to be copied.</source>
        <translation>此智能体已在别处删除。其文字仍在此处，可供复制。</translation>
    </message>
    <message>
        <source>This agent was saved elsewhere while you were writing. Nothing is lost: which one goes on?</source>
        <translation>您编辑期间，此智能体已在别处保存。内容均未丢失：要继续使用哪一个？</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Your draft was put aside.</source>
        <translation>您的草稿已搁置。</translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>还没有智能体</translation>
    </message>
    <message>
        <source>An agent is a prompt with a model and a name.</source>
        <translation>智能体由提示词、模型和名称组成。</translation>
    </message>
    <message>
        <source>&amp;Improve…</source>
        <translation>改进(&amp;I)…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>The draft was changed. It is not saved yet.</source>
        <translation>草稿已更改，尚未保存。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What changed, and why</source>
        <translation>更改了什么，以及原因</translation>
    </message>
    <message>
        <source>Message of the version</source>
        <translation>版本说明</translation>
    </message>
    <message>
        <source>Save Version</source>
        <translation>保存版本</translation>
    </message>
    <message>
        <source>Without a message</source>
        <translation>不附说明</translation>
    </message>
    <message>
        <source>Save with a message</source>
        <translation>附说明保存</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>Next finding of the linter</source>
        <translation>下一个检查结果</translation>
    </message>
    <message>
        <source>Previous finding of the linter</source>
        <translation>上一个检查结果</translation>
    </message>
    <message>
        <source>Version %1, and a draft that is not saved</source>
        <translation>版本 %1，另有未保存的草稿</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Both sides changed the same words. Nothing is merged before you have chosen.</source>
        <translation>双方更改了相同的字词。在您选择之前不会合并任何内容。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel Merge</source>
        <translation>取消合并</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Choose one in the library.</source>
        <translation>请在库中选择一个。</translation>
    </message>
    <message>
        <source>Changed by you, %1</source>
        <translation>由您更改，%1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>更改于 %1</translation>
    </message>
    <message>
        <source>Changed by %1, %2</source>
        <translation>由 %1 更改，%2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EmptyState</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EnvironmentBar</name>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>尚未打开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EnvironmentForm</name>
    <message>
        <source>&amp;Import from an Env File…</source>
        <translation>从 env 文件导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>S&amp;tage:</source>
        <translation>级别(&amp;T)：</translation>
    </message>
    <message>
        <source>Its colour, and how much is asked before anything in it changes.</source>
        <translation>决定其颜色，以及更改其中内容之前的询问程度。</translation>
    </message>
    <message>
        <source>KUBECONFIG and ~/.kube/config</source>
        <translation>KUBECONFIG 和 ~/.kube/config</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a kubeconfig</source>
        <translation>选择 kubeconfig</translation>
    </message>
    <message>
        <source>&amp;Kubeconfig:</source>
        <translation>kubeconfig(&amp;K)：</translation>
    </message>
    <message>
        <source>Conte&amp;xt:</source>
        <translation>上下文(&amp;X)：</translation>
    </message>
    <message>
        <source>Names&amp;pace:</source>
        <translation>命名空间(&amp;P)：</translation>
    </message>
    <message>
        <source>that of the context</source>
        <translation>与上下文的相同</translation>
    </message>
    <message>
        <source>Hosted &amp;API:</source>
        <translation>托管 API(&amp;A)：</translation>
    </message>
    <message>
        <source>P&amp;rometheus:</source>
        <translation>Prometheus(&amp;R)：</translation>
    </message>
    <message>
        <source>Pipeline’s rep&amp;ository:</source>
        <translation>流水线的仓库(&amp;O)：</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contexts are there.</source>
        <translation>
            <numerusform>有 %n 个上下文。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import an env file</source>
        <translation>导入 env 文件</translation>
    </message>
    <message>
        <source>Env files (*.env .env*);;All files (*)</source>
        <translation>Env 文件 (*.env .env*);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Taken from the file: the name, the stage and the addresses. Its secrets were not looked at.</source>
        <translation>已从文件中取得：名称、级别和地址。未查看其中的机密内容。</translation>
    </message>
    <message>
        <source>Another environment is called so.</source>
        <translation>另一个环境已使用此名称。</translation>
    </message>
    <message>
        <source>A name of at most 64 characters is needed.</source>
        <translation>需要名称，最多 64 个字符。</translation>
    </message>
    <message>
        <source>A namespace has letters a–z, digits and hyphens, at most 63.</source>
        <translation>命名空间只能用字母 a–z、数字和连字符，最多 63 个。</translation>
    </message>
    <message>
        <source>An http or https address is needed, without a password in it.</source>
        <translation>需要 http 或 https 地址，其中不含密码。</translation>
    </message>
    <message>
        <source>An owner and a name are needed: owner/name.</source>
        <translation>需要所有者和名称：owner/name。</translation>
    </message>
    <message>
        <source>“%1” is no env file: lines of NAME=value are needed.</source>
        <translation>“%1”不是 env 文件：需要 NAME=value 形式的行。</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>新建环境</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Where Prometheus is</source>
        <translation>Prometheus 的位置</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Service in the cluster</source>
        <translation>集群中的 Service</translation>
    </message>
    <message>
        <source>Its namespace, service and port. It is asked through the API server, which takes the right to get services/proxy.</source>
        <translation>其命名空间、Service 和端口。通过 API 服务器查询，这需要 get services/proxy 的权限。</translation>
    </message>
    <message>
        <source>A namespace, a service and its port are needed: monitoring/prometheus:9090.</source>
        <translation>需要命名空间、Service 及其端口：monitoring/prometheus:9090。</translation>
    </message>
    <message>
        <source>It is asked with the token that gke-gcloud-auth-plugin gives. A kubeconfig that calls the cluster gke_PROJECT_LOCATION_NAME keeps those of the project&apos;s other clusters apart.</source>
        <translation>将使用 gke-gcloud-auth-plugin 提供的令牌查询。若 kubeconfig 中集群名为 gke_PROJECT_LOCATION_NAME，则不会混入该项目其他集群的数据。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ExamplesEdit</name>
    <message>
        <source>Add Example</source>
        <translation>添加示例</translation>
    </message>
    <message>
        <source>A conversation as it should go, if you have one</source>
        <translation>理想的对话示例（如有）</translation>
    </message>
    <message>
        <source>Example conversation %1</source>
        <translation>示例对话 %1</translation>
    </message>
    <message>
        <source>Remove example %1</source>
        <translation>移除示例 %1</translation>
    </message>
    <message>
        <source>Remove this example</source>
        <translation>移除此示例</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ExportPage</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Not carried</source>
        <translation>未包含的内容</translation>
    </message>
    <message>
        <source>As a &amp;Zip Archive…</source>
        <translation>导出为 Zip 压缩包(&amp;Z)…</translation>
    </message>
    <message>
        <source>Export Here</source>
        <translation>导出到此处</translation>
    </message>
    <message>
        <source>Export the whole library</source>
        <translation>导出整个智能体库</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>To a Folder…</source>
        <translation>导出到文件夹…</translation>
    </message>
    <message>
        <source>To a File…</source>
        <translation>导出到文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Exported to %1, with everything.</source>
        <translation>已导出到 %1，内容完整。</translation>
    </message>
    <message>
        <source>Exported to %1. Not carried: %2 values, listed below.</source>
        <translation>已导出到 %1。有 %2 个值未包含，列于下方。</translation>
    </message>
    <message>
        <source>Left there, as these agents are not in the library: %1.</source>
        <translation>已保留在那里，因为这些智能体不在库中：%1。</translation>
    </message>
    <message>
        <source>The export was stopped. What was written so far is in the folder; another export there completes it.</source>
        <translation>导出已停止。已写入的内容在文件夹中；再次导出到该处即可补全。</translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was written.</source>
        <translation>导出已停止。未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FieldRow</name>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Why %1 is like this</source>
        <translation>%1为何如此</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>What should be different? (may stay empty)</source>
        <translation>希望有什么不同？（可留空）</translation>
    </message>
    <message>
        <source>Wish for %1</source>
        <translation>对%1的要求</translation>
    </message>
    <message>
        <source>Generate Again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>正在书写…</translation>
    </message>
    <message>
        <source>Nothing proposed</source>
        <translation>没有建议</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This is not complete yet: until it is, the last sound value counts.</source>
        <translation>内容尚不完整：在此之前，以上一个有效的值为准。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FilesView</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy, save, forget</source>
        <translation>复制、保存、忘记</translation>
    </message>
    <message>
        <source>Choose Folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>&amp;Copy All as Text</source>
        <translation>全部复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Copy All as &amp;JSON</source>
        <translation>全部复制为 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Copy All as SARI&amp;F</source>
        <translation>全部复制为 SARIF(&amp;F)</translation>
    </message>
    <message>
        <source>Save as &amp;Text…</source>
        <translation>保存为文本(&amp;T)…</translation>
    </message>
    <message>
        <source>Save as JS&amp;ON…</source>
        <translation>保存为 JSON(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save as SARIF…</source>
        <translation>保存为 SARIF(&amp;S)…</translation>
    </message>
    <message>
        <source>For&amp;get the Folder</source>
        <translation>忘记该文件夹(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Filter findings…</source>
        <translation>筛选检查结果…</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选检查结果</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>所有严重程度</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>错误和警告</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>&amp;Watch the folder</source>
        <translation>监视该文件夹(&amp;W)</translation>
    </message>
    <message>
        <source>Check again by itself when a file changes</source>
        <translation>文件更改时自动重新检查</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>The file could not be opened. Its place was copied: %1</source>
        <translation>无法打开该文件。已复制其位置：%1</translation>
    </message>
    <message>
        <source>The folder with the deployment&apos;s files</source>
        <translation>部署文件所在的文件夹</translation>
    </message>
    <message>
        <source>Save what was found</source>
        <translation>保存检查结果</translation>
    </message>
    <message>
        <source>1 file, checked %1</source>
        <translation>1 个文件，检查于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n files, checked %1</source>
        <translation>
            <numerusform>%n 个文件，检查于 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
by %2 rules</source>
        <translation>%1
依据 %2 条规则</translation>
    </message>
    <message>
        <source>Reading… (files: %1)</source>
        <translation>正在读取…（文件：%1）</translation>
    </message>
    <message>
        <source>Looking for files… (seen: %1)</source>
        <translation>正在查找文件…（已查看：%1）</translation>
    </message>
    <message>
        <source>What is shown is older: %1</source>
        <translation>显示的是较早的内容：%1</translation>
    </message>
    <message>
        <source>There is more than is shown: these are the first %1 findings.</source>
        <translation>实际结果多于所显示的：这里是前 %1 个检查结果。</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation>未选择文件夹</translation>
    </message>
    <message>
        <source>Choose or drop the folder with a deployment&apos;s files: Dockerfiles, compose files, Kubernetes manifests, workflows, env files and migrations are read together, and nothing of them is sent anywhere.</source>
        <translation>选择或拖放部署文件所在的文件夹：Dockerfile、compose 文件、Kubernetes 清单、工作流、env 文件和迁移会一并读取，其中任何内容都不会发送到别处。</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The folder was not checked to its end.</source>
        <translation>该文件夹没有检查完。</translation>
    </message>
    <message>
        <source>Check Again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>The folder could not be read</source>
        <translation>无法读取该文件夹</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>没有可检查的内容</translation>
    </message>
    <message>
        <source>There is no Dockerfile, manifest, workflow or other file of a deployment in this folder.</source>
        <translation>此文件夹中没有 Dockerfile、清单、工作流或其他部署文件。</translation>
    </message>
    <message>
        <source>Choose Another Folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No finding matches the filter.</source>
        <translation>没有检查结果符合筛选条件。</translation>
    </message>
    <message>
        <source>1 file was checked by %1 rules.</source>
        <translation>已用 %1 条规则检查 1 个文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n files were checked by %1 rules.</source>
        <translation>
            <numerusform>已用 %1 条规则检查 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing wrong</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>所有规则</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a rule, and how often</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>在 %1 中</translation>
    </message>
    <message>
        <source>In %1, as of %2</source>
        <translation>在 %1 中，截至 %2</translation>
    </message>
    <message>
        <source>%1: not checked, because its cluster is not watched.</source>
        <translation>%1：未检查，因为没有监视其集群。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a file, and how much is wrong in it</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FindingPane</name>
    <message>
        <source>The finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Close the finding</source>
        <translation>关闭检查结果</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>The lines of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>&amp;Open the File</source>
        <translation>打开文件(&amp;O)</translation>
    </message>
    <message>
        <source>Open it at this line in an editor</source>
        <translation>在编辑器中打开并定位到此行</translation>
    </message>
    <message>
        <source>Copy &amp;Place</source>
        <translation>复制位置(&amp;P)</translation>
    </message>
    <message>
        <source>Copy file and line</source>
        <translation>复制文件和行号</translation>
    </message>
    <message>
        <source>Copy &amp;Finding</source>
        <translation>复制检查结果(&amp;F)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>severity and rule</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FindingsList</name>
    <message>
        <source>What the linter found</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FirstRunPage</name>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>您想如何开始？</translation>
    </message>
    <message>
        <source>It can be changed at any time in the settings.</source>
        <translation>随时可以在设置中更改。</translation>
    </message>
    <message>
        <source>Not now: look around first</source>
        <translation>暂不选择：先四处看看</translation>
    </message>
    <message>
        <source>Use a key</source>
        <translation>使用密钥</translation>
    </message>
    <message>
        <source>Runs go to OpenAI and are billed to your account there.</source>
        <translation>运行会发送到 OpenAI，并计入您在那里的账户。</translation>
    </message>
    <message>
        <source>sk-…</source>
        <translation>sk-…</translation>
    </message>
    <message>
        <source>OpenAI API key</source>
        <translation>OpenAI API 密钥</translation>
    </message>
    <message>
        <source>Get a Key…</source>
        <translation>获取密钥…</translation>
    </message>
    <message>
        <source>Use a local server</source>
        <translation>使用本地服务器</translation>
    </message>
    <message>
        <source>Ollama, LM Studio, llama.cpp or vLLM on this computer. Nothing leaves it.</source>
        <translation>这台计算机上的 Ollama、LM Studio、llama.cpp 或 vLLM。任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>再次查找</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>See the whole way without a key and without a network. Rehearsal: no model involved. The answers are put together on this computer from the agent&apos;s own fields.</source>
        <translation>无需密钥和网络即可体验整个流程。演练：不涉及模型。回答由这台计算机根据智能体自身的字段拼成。</translation>
    </message>
    <message>
        <source>It goes to the system&apos;s key store, and to no file of this program.</source>
        <translation>密钥存入系统的密钥库，不写入本程序的任何文件。</translation>
    </message>
    <message>
        <source>There is no key store here: the key is kept only until the program ends.</source>
        <translation>此处没有密钥库：密钥只保留到程序退出。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check and Use</source>
        <translation>检查并使用</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>正在询问提供方…</translation>
    </message>
    <message>
        <source>Use It Anyway</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Look for Servers</source>
        <translation>查找服务器</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>has no model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 个模型</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>something else answers there</source>
        <translation>有其他程序在那里应答</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Bring agents from OpenAI, promptfoo, Prompty, Langfuse, Markdown…</source>
        <translation>从 OpenAI、promptfoo、Prompty、Langfuse、Markdown 等导入智能体…</translation>
    </message>
    <message>
        <source>Join a team&apos;s library</source>
        <translation>加入团队的库</translation>
    </message>
    <message>
        <source>Agents that are shared through your team&apos;s server. You need an invitation: a link, or an address and a code.</source>
        <translation>通过团队服务器共享的智能体。您需要一份邀请：一个链接，或者一个地址和一个代码。</translation>
    </message>
    <message>
        <source>Enter the Invitation…</source>
        <translation>输入邀请…</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::GeneratePage</name>
    <message>
        <source>Proposed agent</source>
        <translation>建议的智能体</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Generate an agent</source>
        <translation>生成智能体</translation>
    </message>
    <message>
        <source>Describe what the agent should do</source>
        <translation>描述智能体应做什么</translation>
    </message>
    <message>
        <source>Describe what the agent should do. For example: sort incoming support tickets by urgency, and say why in a sentence.</source>
        <translation>描述智能体应做什么。例如：按紧急程度对收到的支持工单分类，并用一句话说明理由。</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>&amp;Based on:</source>
        <translation>基于(&amp;B)：</translation>
    </message>
    <message>
        <source>Draft from Templates</source>
        <translation>用模板起草</translation>
    </message>
    <message>
        <source>Without a model and without a network</source>
        <translation>无需模型和网络</translation>
    </message>
    <message>
        <source>Another template</source>
        <translation>其他模板</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Accept All</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>&amp;Accept all fields</source>
        <translation>接受所有字段(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Create the agent</source>
        <translation>创建智能体(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Draft from templates</source>
        <translation>用模板起草(&amp;D)</translation>
    </message>
    <message>
        <source>Finish or discard what is in the form first.</source>
        <translation>请先完成或丢弃表单中的内容。</translation>
    </message>
    <message>
        <source>No provider is chosen</source>
        <translation>未选择提供方</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation>演练：不涉及模型</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Nothing: a new agent</source>
        <translation>无：全新的智能体</translation>
    </message>
    <message>
        <source>The provider cannot be reached just now: it is tried again soon.</source>
        <translation>目前无法连接到提供方：稍后会再次尝试。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Wait for Network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>Draft Offline</source>
        <translation>离线起草</translation>
    </message>
    <message>
        <source>It waits in the queue, and is sent when the provider can be reached.</source>
        <translation>已在队列中等待，连接到提供方后发送。</translation>
    </message>
    <message>
        <source>Draft, not model-made. Template: %1.</source>
        <translation>草稿，非模型生成。模板：%1。</translation>
    </message>
    <message>
        <source>Another template…</source>
        <translation>其他模板…</translation>
    </message>
    <message>
        <source>Put into Draft</source>
        <translation>放入草稿</translation>
    </message>
    <message>
        <source>Create Agent</source>
        <translation>创建智能体</translation>
    </message>
    <message>
        <source>Accept a field first</source>
        <translation>请先接受一个字段</translation>
    </message>
    <message>
        <source>Accept at least a name first</source>
        <translation>请至少先接受名称</translation>
    </message>
    <message>
        <source>Examples, language and basis</source>
        <translation>示例、语言和基础</translation>
    </message>
    <message>
        <source>Language of the agent</source>
        <translation>智能体的语言</translation>
    </message>
    <message>
        <source>&amp;Examples:</source>
        <translation>示例(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>It is in English: no template is in “%1”.</source>
        <translation>内容为英文：没有“%1”的模板。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::GenerateVm</name>
    <message>
        <source>Generating…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>The agent is ready to be looked at.</source>
        <translation>智能体已可查看。</translation>
    </message>
    <message>
        <source>The generation has ended early. The fields that were done are kept.</source>
        <translation>生成提前结束。已完成的字段会保留。</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>已生成</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::HeadLine</name>
    <message>
        <source>%1 (stale)</source>
        <translation>%1（已过时）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::HistoryView</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>回溯多久</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>最近 6 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>What it looked like at</source>
        <translation>查看此时的状况</translation>
    </message>
    <message>
        <source>What it looked like at a time</source>
        <translation>某一时间的状况</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What it looked like</source>
        <translation>当时的状况</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>现在的状况</translation>
    </message>
    <message>
        <source>Nothing was recorded in this time. What happens is recorded while this program watches the environment, and kept for 90 days.</source>
        <translation>这段时间内没有任何记录。本程序监视环境期间发生的事情会被记录，并保留 90 天。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing is known of that time: nobody had watched yet.</source>
        <translation>那个时间的情况未知：当时尚无人监视。</translation>
    </message>
    <message>
        <source>Nobody watched then. This is how it was at %1; it may have been otherwise.</source>
        <translation>当时无人监视。这是 %1 时的状况；当时可能有所不同。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImportItems</name>
    <message>
        <source>Nothing to do</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>保存为新版本</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImportPage</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Bring agents in</source>
        <translation>导入智能体</translation>
    </message>
    <message>
        <source>From OpenAI, promptfoo, Prompty, Langfuse, Markdown, SKILL.md, or this program. Drop files, folders or zip archives anywhere on the window.</source>
        <translation>来自 OpenAI、promptfoo、Prompty、Langfuse、Markdown、SKILL.md 或本程序。可将文件、文件夹或 Zip 压缩包拖放到窗口的任意位置。</translation>
    </message>
    <message>
        <source>Choose Files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>By what each file holds</source>
        <translation>按文件内容判断</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>All that differ</source>
        <translation>所有不同项</translation>
    </message>
    <message>
        <source>All that &amp;differ:</source>
        <translation>所有不同项(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Read the files that a configuration names, among those chosen</source>
        <translation>读取配置中引用的文件，限于所选文件之内(&amp;R)</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>将执行的操作</translation>
    </message>
    <message>
        <source>Import agents</source>
        <translation>导入智能体</translation>
    </message>
    <message>
        <source>Agents (*.json *.yaml *.yml *.prompty *.md *.zip *.txt)</source>
        <translation>智能体 (*.json *.yaml *.yml *.prompty *.md *.zip *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Looked at %1 of %2 files</source>
        <translation>已查看 %1 个文件，共 %2 个</translation>
    </message>
    <message>
        <source>Show Agents</source>
        <translation>显示智能体</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Import 1 Agent</source>
        <translation>导入 1 个智能体</translation>
    </message>
    <message numerus="yes">
        <source>Import %n Agents</source>
        <translation>
            <numerusform>导入 %n 个智能体</numerusform>
        </translation>
    </message>
    <message>
        <source>Import More</source>
        <translation>继续导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is no agent in it.</source>
        <translation>其中没有智能体。</translation>
    </message>
    <message>
        <source>new</source>
        <translation>个新增</translation>
    </message>
    <message>
        <source>there already and different</source>
        <translation>个已存在但不同</translation>
    </message>
    <message>
        <source>the same as here</source>
        <translation>个与此处相同</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>个被拒绝</translation>
    </message>
    <message>
        <source>%1 other files passed over</source>
        <translation>忽略了 %1 个其他文件</translation>
    </message>
    <message>
        <source>%1 imported</source>
        <translation>已导入 %1 个</translation>
    </message>
    <message>
        <source>%1 saved as a new version</source>
        <translation>%1 个已保存为新版本</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>%1 个相同</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>已跳过 %1 个</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>已拒绝 %1 个</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImproveView</name>
    <message>
        <source>What should become better? For example: shorter answers</source>
        <translation>希望改进什么？例如：回答更简短</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Generate a New Agent</source>
        <translation>生成新智能体</translation>
    </message>
    <message>
        <source>Accept All</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>Put into Draft</source>
        <translation>放入草稿</translation>
    </message>
    <message>
        <source>Improve “%1”</source>
        <translation>改进“%1”</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Propose Edits</source>
        <translation>建议修改</translation>
    </message>
    <message>
        <source>Looking for edits…</source>
        <translation>正在寻找可修改之处…</translation>
    </message>
    <message>
        <source>No edit was proposed that fits the prompt.</source>
        <translation>没有适合此提示词的修改建议。</translation>
    </message>
    <message numerus="yes">
        <source>%n edits fit no place in the prompt and were left out.</source>
        <translation>
            <numerusform>%n 处修改在提示词中找不到对应位置，已略去。</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source> (another edit of the same text is accepted)</source>
        <translation>（已接受对同一文字的另一处修改）</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Wait for Network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>Put these edits into the draft, or reject them, first.</source>
        <translation>请先将这些修改放入草稿，或拒绝它们。</translation>
    </message>
    <message>
        <source>It waits in the queue, and is sent when the provider can be reached.</source>
        <translation>它在队列中等待，待可连接提供商时发送。</translation>
    </message>
    <message>
        <source>What edit %1 changes</source>
        <translation>修改 %1 的更改内容</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImproveVm</name>
    <message numerus="yes">
        <source>%n edits are proposed.</source>
        <translation>
            <numerusform>有 %n 处修改建议。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxItemView</name>
    <message>
        <source>What is to be decided</source>
        <translation>待决定的内容</translation>
    </message>
    <message>
        <source>Take the Merge</source>
        <translation>采用合并</translation>
    </message>
    <message>
        <source>The agent stays as the library shows it: both changes, and theirs where they clash.</source>
        <translation>智能体保持库中显示的样子：包含双方的修改，冲突处采用对方的。</translation>
    </message>
    <message>
        <source>Save My Edit</source>
        <translation>保存我的编辑</translation>
    </message>
    <message>
        <source>The agent becomes what you wrote below.</source>
        <translation>智能体将成为您在下面所写的内容。</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The agent becomes what is kept here, and is sent.</source>
        <translation>智能体将成为此处保留的内容，并会发送。</translation>
    </message>
    <message>
        <source>Take Mine</source>
        <translation>采用我的</translation>
    </message>
    <message>
        <source>Where both changed the same, the agent gets your words.</source>
        <translation>双方改过同一处的地方采用您的内容。</translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Where both changed the same, the agent gets their words.</source>
        <translation>双方改过同一处的地方采用对方的内容。</translation>
    </message>
    <message>
        <source>Keep as New Agent</source>
        <translation>保留为新智能体</translation>
    </message>
    <message>
        <source>Makes another agent of what is kept here.</source>
        <translation>用此处保留的内容创建另一个智能体。</translation>
    </message>
    <message>
        <source>Delete It</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deletes the agent all the same, for everybody.</source>
        <translation>仍为所有人删除此智能体。</translation>
    </message>
    <message>
        <source>Let Go</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Takes it out of the inbox and changes nothing.</source>
        <translation>将其移出收件箱，不作任何更改。</translation>
    </message>
    <message>
        <source>Copy Text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Open Agent</source>
        <translation>打开智能体</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保留的内容</translation>
    </message>
    <message>
        <source>What you changed since the server had it last:</source>
        <translation>自服务器上次收到后您所作的修改：</translation>
    </message>
    <message>
        <source>What is kept:</source>
        <translation>保留的内容：</translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leave It Unsent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>重新发送</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxListModel</name>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who, sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>kind, agent, reason, time</comment>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>To be decided, newest first</source>
        <translation>待决定，最新的在前</translation>
    </message>
    <message>
        <source>Nothing to be decided</source>
        <translation>没有待决定的内容</translation>
    </message>
    <message>
        <source>When you and somebody else change the same words, or the server does not take a change, it stands here with your text.</source>
        <translation>当您和他人修改了相同的文字，或服务器不接受某个修改时，会连同您的文本显示在这里。</translation>
    </message>
    <message>
        <source>Not shared yet</source>
        <translation>尚未共享</translation>
    </message>
    <message>
        <source>Sign in at a server to share it. What sync cannot decide by itself will then stand here.</source>
        <translation>登录服务器即可共享。同步无法自行决定的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>登录服务器…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message numerus="yes">
        <source>The server was set back to an older state and lost %n changes of others that are still here.</source>
        <translation>
            <numerusform>服务器被恢复到较早的状态，丢失了他人的 %n 处修改，它们仍保留在这里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring All Back</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Let All Go</source>
        <translation>全部放弃</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxVm</name>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>“%1” goes on with your words.</source>
        <translation>“%1”采用您的文字。</translation>
    </message>
    <message>
        <source>“%1” goes on with their words.</source>
        <translation>“%1”采用对方的文字。</translation>
    </message>
    <message>
        <source>“%1” goes on with the merge.</source>
        <translation>“%1”采用合并的内容。</translation>
    </message>
    <message>
        <source>“%1” goes on as you wrote it.</source>
        <translation>“%1”采用您所写的内容。</translation>
    </message>
    <message>
        <source>“%1” is brought back.</source>
        <translation>“%1”已恢复。</translation>
    </message>
    <message>
        <source>“%1” is kept as a new agent.</source>
        <translation>“%1”保留为新智能体。</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>“%1” is let go.</source>
        <translation>“%1”已放弃。</translation>
    </message>
    <message numerus="yes">
        <source>%n agents are let go.</source>
        <translation>
            <numerusform>已放弃 %n 个智能体。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents are brought back.</source>
        <translation>
            <numerusform>已恢复 %n 个智能体。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InviteForm</name>
    <message>
        <source>Invite somebody</source>
        <translation>邀请他人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Make Invitation</source>
        <translation>创建邀请</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>R&amp;ole:</source>
        <translation>角色(&amp;O)：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>a field&apos;s name</comment>
        <translation>%1：</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Give one of them to the person. They are shown only here and now, work once, and end at %1.</source>
        <translation>请将其中之一交给对方。它们只在此刻显示，仅可使用一次，到 %1 失效。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::JobsView</name>
    <message>
        <source>Waiting for a network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Ready to be reviewed</source>
        <translation>可供审阅</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::KnowledgeSection</name>
    <message>
        <source>With the first message</source>
        <translation>随第一条消息</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Knowledge files</source>
        <translation>知识文件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>How it is used</source>
        <translation>使用方式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Remove the files (Delete)</source>
        <translation>移除文件（Delete）</translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation>重命名文件</translation>
    </message>
    <message>
        <source>Save a copy of the file</source>
        <translation>保存文件副本</translation>
    </message>
    <message>
        <source>Send with the first message</source>
        <translation>随第一条消息发送</translation>
    </message>
    <message>
        <source>Search in a vector store</source>
        <translation>在向量存储中搜索</translation>
    </message>
    <message>
        <source>How the chosen files are used</source>
        <translation>所选文件的使用方式</translation>
    </message>
    <message>
        <source>Files can be dropped here: 512 MB at most for each. Up to 1 MB goes with the message itself; what is larger or searched is uploaded to the provider, where it stays for 30 days (Settings, Uploaded files).</source>
        <translation>可将文件拖放到此处：每个最大 512 MB。1 MB 以内的随消息发送；更大或需搜索的会上传到提供商，并在那里保留 30 天（设置 → 已上传的文件）。</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>文件进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copying files into the profile…</source>
        <translation>正在将文件复制到配置文件夹…</translation>
    </message>
    <message>
        <source>Copying “%1” into the profile (%2 of %3)</source>
        <translation>正在将“%1”复制到配置文件夹（%2 / %3）</translation>
    </message>
    <message>
        <source>Copying “%1” into the profile</source>
        <translation>正在将“%1”复制到配置文件夹</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>不在这台电脑上</translation>
    </message>
    <message>
        <source>%1 bytes, SHA-256 %2</source>
        <translation>%1 字节，SHA-256 %2</translation>
    </message>
    <message>
        <source>The file “%1” is not on this computer, so the agent cannot be run with it.</source>
        <translation>文件“%1”不在这台电脑上，因此无法使用它运行智能体。</translation>
    </message>
    <message>
        <source>Attach Again…</source>
        <translation>重新附加…</translation>
    </message>
    <message>
        <source>Add Knowledge Files</source>
        <translation>添加知识文件</translation>
    </message>
    <message>
        <source>Attach “%1” Again</source>
        <translation>重新附加“%1”</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>保存副本</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LanguageCombo</name>
    <message>
        <source>As the description</source>
        <translation>与描述相同</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LibraryPane</name>
    <message>
        <source>Recent first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最旧在前</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>名称，A 到 Z</translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation>名称，Z 到 A</translation>
    </message>
    <message>
        <source>Without the archive</source>
        <translation>不含归档</translation>
    </message>
    <message>
        <source>Only the archive</source>
        <translation>仅归档</translation>
    </message>
    <message>
        <source>All, with the archive</source>
        <translation>全部，包括归档</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>智能体库</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search agents</source>
        <translation>搜索智能体</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>按标签筛选</translation>
    </message>
    <message>
        <source>Order and archive</source>
        <translation>排序和归档</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>No agent has a tag yet</source>
        <translation>还没有智能体带有标签</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>&amp;New agent</source>
        <translation>新建智能体(&amp;N)</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>新建智能体</translation>
    </message>
    <message>
        <source>New agent (%1)</source>
        <translation>新建智能体（%1）</translation>
    </message>
    <message>
        <source>&amp;Duplicate agent</source>
        <translation>创建智能体副本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Archive or restore agent</source>
        <translation>归档或恢复智能体(&amp;A)</translation>
    </message>
    <message>
        <source>De&amp;lete agent</source>
        <translation>删除智能体(&amp;L)</translation>
    </message>
    <message>
        <source>Still indexing: more may be found in a moment.</source>
        <translation>仍在建立索引：稍后可能会找到更多。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>No agent fits the search and the filters.</source>
        <translation>没有符合搜索和筛选条件的智能体。</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation>归档为空</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>“%1” was archived.</source>
        <translation>已归档“%1”。</translation>
    </message>
    <message>
        <source>“%1” is back from the archive.</source>
        <translation>已从归档中恢复“%1”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入和导出</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>&amp;Import agents…</source>
        <translation>导入智能体(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export agent…</source>
        <translation>导出智能体(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xport the whole library…</source>
        <translation>导出整个智能体库(&amp;X)…</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LibraryVm</name>
    <message>
        <source>New agent</source>
        <translation>新智能体</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LogPane</name>
    <message>
        <source>Stay at the end (End)</source>
        <translation>停留在末尾 (End)</translation>
    </message>
    <message>
        <source>Show the run before this one</source>
        <translation>显示上一次运行</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Show times</source>
        <translation>显示时间</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>保存日志…</translation>
    </message>
    <message>
        <source>Find in this log</source>
        <translation>在此日志中查找</translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>查找上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>查找下一个 (F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
    <message>
        <source>Saving the log</source>
        <translation>正在保存日志</translation>
    </message>
    <message>
        <source>Saving… %p %</source>
        <translation>正在保存… %p%</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>%1 older lines are not kept</source>
        <translation>有 %1 行较早的内容未保留</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many matches so far</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text (*.log *.txt);;All files (*)</source>
        <translation>文本 (*.log *.txt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LogVm</name>
    <message>
        <source>%1 is not read: these are too many at once.</source>
        <translation>未读取 %1：同时读取的日志太多。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::MainWindow</name>
    <message>
        <source>AI Agent Generator</source>
        <translation>AI Agent Generator</translation>
    </message>
    <message>
        <source>Where runs are sent. Opens the settings.</source>
        <translation>运行发送的目的地。点击打开设置。</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation>演练：不涉及模型</translation>
    </message>
    <message>
        <source>No provider chosen</source>
        <translation>未选择提供方</translation>
    </message>
    <message>
        <source>Runs go to %1</source>
        <translation>运行发送到 %1</translation>
    </message>
    <message>
        <source>1 run going on</source>
        <translation>1 个运行正在进行</translation>
    </message>
    <message numerus="yes">
        <source>%n runs going on</source>
        <translation>
            <numerusform>%n 个运行正在进行</numerusform>
        </translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>命令面板(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find in this page</source>
        <translation>在此页面中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>下一个窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Previous p&amp;ane</source>
        <translation>上一个窗格(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>%1 – AI Agent Generator</source>
        <translation>%1 – AI Agent Generator</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided</source>
        <translation>
            <numerusform>%n 项待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not take this computer&apos;s sign-in any more. Your edits are kept here and wait until you sign in again.</source>
        <translation>服务器不再接受此计算机的登录。您的修改保留在本机，等待您重新登录。</translation>
    </message>
    <message>
        <source>Sign In Again…</source>
        <translation>重新登录…</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::MergeForm</name>
    <message>
        <source>Finish Merge</source>
        <translation>完成合并</translation>
    </message>
    <message>
        <source>Cancel Merge</source>
        <translation>取消合并</translation>
    </message>
    <message>
        <source>Fields that both changed</source>
        <translation>双方都更改的字段</translation>
    </message>
    <message>
        <source>Fields that both changed, each in its own way: %1. Choose for each what goes on. Everything else is merged already.</source>
        <translation>双方作了不同更改的字段：%1。请为每个字段选择继续使用的内容。其余均已合并。</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs (%1)</source>
        <translation>对方的（%1）</translation>
    </message>
    <message>
        <source>What both made of it: %1</source>
        <translation>双方的更改：%1</translation>
    </message>
    <message>
        <source>%1: mine</source>
        <translation>%1：我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>%1: theirs</source>
        <translation>%1：对方的</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>自行编写</translation>
    </message>
    <message>
        <source>%1: write it</source>
        <translation>%1：自行编写</translation>
    </message>
    <message>
        <source>%1, as it shall be</source>
        <translation>%1，最终内容</translation>
    </message>
    <message>
        <source>%1: taken away</source>
        <translation>%1：已移除</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::MessageStrip</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelCombo</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The provider&apos;s default</source>
        <translation>提供方默认</translation>
    </message>
    <message>
        <source>Models that the provider offers</source>
        <translation>提供方提供的模型</translation>
    </message>
    <message>
        <source>Models that the program knows; opening the list asks the provider</source>
        <translation>程序已知的模型；打开列表时会询问提供方</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelListVm</name>
    <message>
        <source>%1 of context</source>
        <translation>%1上下文</translation>
    </message>
    <message>
        <source>$%1 in, $%2 out per million tokens</source>
        <translation>每百万词元输入 $%1，输出 $%2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelTable</name>
    <message>
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation>$%1</translation>
    </message>
    <message>
        <source>unless effort is “none”: %1</source>
        <comment>a list of parameters</comment>
        <translation>除非 effort 为“none”：%1</translation>
    </message>
    <message>
        <source>Every model whose name begins so, unless it has a row of its own.</source>
        <translation>名称以此开头的所有模型，除非另有单独一行。</translation>
    </message>
    <message>
        <source>Above %1 input tokens: input ×%2, output ×%3.</source>
        <translation>输入超过 %1 词元时：输入 ×%2，输出 ×%3。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长回答</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Price since</source>
        <translation>价格起始日</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>不接受</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelsSection</name>
    <message>
        <source>Models and prices</source>
        <translation>模型和价格</translation>
    </message>
    <message>
        <source>Prices are in US dollars for a million tokens, at the standard tier. Costs that the program shows are worked out from them; the provider&apos;s bill is what counts.</source>
        <translation>价格为标准层级每百万词元的美元价格。程序显示的费用据此算出，以提供方的账单为准。</translation>
    </message>
    <message>
        <source>To correct the table, put a file of your own at %1. It is read at the start and used instead of the one that came with the program. “Refuses” also grows by what providers answer.</source>
        <translation>要更正此表，请将您自己的文件放在 %1。它在启动时读取，并取代程序自带的表。“不接受”一栏也会根据提供方的回答而增加。</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Your own table cannot be read, so the one that came with the program is used: %1</source>
        <translation>无法读取您自己的表，因此使用程序自带的表：%1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::NetworkSection</name>
    <message>
        <source>What the desktop&apos;s own settings say, a configuration script included.</source>
        <translation>采用桌面自身的设置，包括配置脚本。</translation>
    </message>
    <message>
        <source>Every server is reached directly.</source>
        <translation>直接连接所有服务器。</translation>
    </message>
    <message>
        <source>What https_proxy, http_proxy, all_proxy and no_proxy said when the program was started.</source>
        <translation>采用程序启动时 https_proxy、http_proxy、all_proxy 和 no_proxy 的值。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>以下代理</translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>&amp;Use:</source>
        <translation>使用(&amp;U)：</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget the proxy&apos;s password</source>
        <translation>忘记代理密码</translation>
    </message>
    <message>
        <source>localhost, .example.com, 10.0.0.0/8</source>
        <translation>localhost, .example.com, 10.0.0.0/8</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>主机(&amp;H)：</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>端口(&amp;O)：</translation>
    </message>
    <message>
        <source>User &amp;name:</source>
        <translation>用户名(&amp;N)：</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>密码(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Not for:</source>
        <translation>不用于(&amp;N)：</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Trusted beside those of the system. A company that inspects traffic gives out such a file (PEM).</source>
        <translation>除系统证书外另行信任的证书。检查网络流量的公司会提供这样的文件 (PEM)。</translation>
    </message>
    <message>
        <source>Certificate files</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Add File…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Take Out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add Certificates</source>
        <translation>添加证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Stop Testing</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Apply and Test</source>
        <translation>应用并测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存；输入即可替换</translation>
    </message>
    <message>
        <source>There is no key store here: the password is kept only until the program ends.</source>
        <translation>此处没有密钥库：密码只保留到程序退出。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Asking “%1” for its models…</source>
        <translation>正在向“%1”询问其模型…</translation>
    </message>
    <message>
        <source>“%1” was reached and answered.</source>
        <translation>已连接到“%1”并得到应答。</translation>
    </message>
    <message>
        <source>Applied. Requests go this way from now on.</source>
        <translation>已应用。此后的请求将走此路径。</translation>
    </message>
    <message>
        <source>The proxy has changed. The password of the old one is not sent there: give it again.</source>
        <translation>代理已更改。旧代理的密码不会发送到那里：请重新填写。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::NetworkVm</name>
    <message>
        <source>Give the name or address of the proxy.</source>
        <translation>请填写代理的名称或地址。</translation>
    </message>
    <message>
        <source>Give only the name or address, without “http://” and path.</source>
        <translation>只填写名称或地址，不带“http://”和路径。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>This file cannot be used: it is missing, unreadable, or holds no certificate (PEM).</source>
        <translation>无法使用此文件：文件不存在、无法读取，或不含证书 (PEM)。</translation>
    </message>
    <message>
        <source>This list cannot be read: separate host names by commas.</source>
        <translation>无法读取此列表：请用英文逗号分隔主机名。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::OtherKindsView</name>
    <message>
        <source>More kinds</source>
        <translation>更多类型</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the objects</source>
        <translation>筛选对象</translation>
    </message>
    <message>
        <source>Copy the object</source>
        <translation>复制该对象</translation>
    </message>
    <message>
        <source>Close the object</source>
        <translation>关闭该对象</translation>
    </message>
    <message>
        <source>The object</source>
        <translation>该对象</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>These are the first %1; %2 more are not shown.</source>
        <translation>这是前 %1 个；另有 %2 个未显示。</translation>
    </message>
    <message>
        <source>These are the first %1; there are more.</source>
        <translation>这是前 %1 个；还有更多。</translation>
    </message>
    <message>
        <source>No answer from %1: kinds may be missing.</source>
        <translation>%1 没有应答：可能缺少某些类型。</translation>
    </message>
    <message>
        <source>What is shown is older: %1</source>
        <translation>显示的是较早的内容：%1</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>The cluster is not open.</source>
        <translation>集群未打开。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Choose a kind</source>
        <translation>选择一个类型</translation>
    </message>
    <message>
        <source>ConfigMaps, volumes, service accounts and what operators bring: every kind that has no table of its own here. Secrets are never read.</source>
        <translation>ConfigMap、存储卷、服务账号以及 Operator 带来的类型：这里没有专属表格的所有类型。Secret 永远不会被读取。</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>None of them fits the filter.</source>
        <translation>没有符合筛选条件的项。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 · read %2</source>
        <translation>%1 · 读取时间：%2</translation>
    </message>
    <message>
        <source>%1 · read %2, again every %3 s</source>
        <translation>%1 · 读取时间：%2，每 %3 秒一次</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ParameterForm</name>
    <message>
        <source>No parameter is set, so none is sent: the model uses its own defaults.</source>
        <translation>未设置任何参数，因此不会发送参数：模型使用自己的默认值。</translation>
    </message>
    <message>
        <source>Add parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Name of the parameter, then Return</source>
        <translation>输入参数名称，然后按回车键</translation>
    </message>
    <message>
        <source>Name of the parameter</source>
        <translation>参数名称</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation>可接受：%1。</translation>
    </message>
    <message>
        <source>Not sent: it takes %1.</source>
        <translation>不会发送：它只接受%1。</translation>
    </message>
    <message>
        <source>%1 refuses this parameter. Remove it, or choose another model.</source>
        <translation>%1 不接受此参数。请将其移除，或选择其他模型。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PeoplePage</name>
    <message>
        <source>People</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>邀请…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次在线</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Devices of this member</source>
        <translation>此成员的设备</translation>
    </message>
    <message>
        <source>Role of this member</source>
        <translation>此成员的角色</translation>
    </message>
    <message>
        <source>Change Role…</source>
        <translation>更改角色…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Invitations that wait</source>
        <translation>待接受的邀请</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Make %1 “%2”? %3</source>
        <translation>将 %1 设为“%2”？%3</translation>
    </message>
    <message>
        <source>Change Role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>Let %1 in again?</source>
        <translation>重新允许 %1？</translation>
    </message>
    <message>
        <source>Let In</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Keep %1 out, at once? What they wrote stays; they can be let in again.</source>
        <translation>立即停用 %1？其所写内容会保留，之后可以重新允许。</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Remove %1 from the workspace? What they wrote stays; to come back they need a new invitation.</source>
        <translation>将 %1 移出工作区？其所写内容会保留；要回来需要新的邀请。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Withdraw the invitation of %1? Its code is worth nothing then.</source>
        <translation>撤回对 %1 的邀请？其代码将失效。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Not shared yet</source>
        <translation>尚未共享</translation>
    </message>
    <message>
        <source>Sign in at a server to share it with others. Members of the workspace then stand here.</source>
        <translation>登录服务器即可与他人共享。工作区成员会显示在这里。</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>登录服务器…</translation>
    </message>
    <message>
        <source>People are not to be seen now</source>
        <translation>暂时无法查看成员</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>People in %1</source>
        <translation>%1 的成员</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Your devices</source>
        <translation>您的设备</translation>
    </message>
    <message>
        <source>Devices of %1</source>
        <translation>%1 的设备</translation>
    </message>
    <message>
        <source>Let In…</source>
        <translation>允许…</translation>
    </message>
    <message>
        <source>You cannot keep yourself out.</source>
        <translation>您不能停用自己。</translation>
    </message>
    <message>
        <source>Leave It</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Leave the workspace? What you wrote stays there; to come back you need a new invitation.</source>
        <translation>离开此工作区？您所写内容会保留在那里；要回来需要新的邀请。</translation>
    </message>
    <message>
        <source>1 edit of yours is not sent yet: it stays on this computer, and the others never get it.</source>
        <translation>您有 1 处更改尚未发送：它留在这台计算机上，其他人不会收到。</translation>
    </message>
    <message numerus="yes">
        <source>%n edits of yours are not sent yet: they stay on this computer, and the others never get them.</source>
        <translation>
            <numerusform>您有 %n 处更改尚未发送：它们留在这台计算机上，其他人不会收到。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PeopleVm</name>
    <message>
        <source>Sign in at a server to work with others.</source>
        <translation>登录服务器即可与他人协作。</translation>
    </message>
    <message>
        <source>People can be looked after only while the server is there.</source>
        <translation>只有服务器可用时才能管理成员。</translation>
    </message>
    <message>
        <source>Only an administrator of this workspace can invite and change people.</source>
        <translation>只有此工作区的管理员可以邀请和更改成员。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PlaygroundPane</name>
    <message>
        <source>Playground</source>
        <translation>试运行区</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>You are writing an earlier message anew; what followed it stays in Runs. Esc ends this.</source>
        <translation>您正在重写较早的消息；其后的内容保留在“运行”中。按 Esc 结束重写。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;top, or back</source>
        <translation>停止或返回(&amp;T)</translation>
    </message>
    <message>
        <source>New &amp;conversation</source>
        <translation>新建对话(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details of the last run</source>
        <translation>上次运行的详情(&amp;D)</translation>
    </message>
    <message>
        <source>Go to &amp;message</source>
        <translation>转到消息(&amp;M)</translation>
    </message>
    <message>
        <source>Run the draft with this message</source>
        <translation>用此消息运行草稿</translation>
    </message>
    <message>
        <source>Stop; what has arrived is kept</source>
        <translation>停止；已收到的内容会保留</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation>演练：不涉及模型</translation>
    </message>
    <message>
        <source>no provider chosen</source>
        <translation>未选择提供方</translation>
    </message>
    <message>
        <source>no model chosen</source>
        <translation>未选择模型</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 个参数</translation>
    </message>
    <message numerus="yes">
        <source>%n parameters</source>
        <translation>
            <numerusform>%n 个参数</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>正在回答…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>正在等待第一个词…</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>Attempt %1 follows by itself.</source>
        <translation>第 %1 次尝试会自动进行。</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>A run needs a value for: %1.</source>
        <translation>运行需要以下变量的值：%1。</translation>
    </message>
    <message>
        <source>Fill In</source>
        <translation>填写</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PlaygroundVm</name>
    <message>
        <source>Generating…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>The answer is complete.</source>
        <translation>回答已完成。</translation>
    </message>
    <message>
        <source>The answer has ended early.</source>
        <translation>回答提前结束。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ProviderEditor</name>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Use for Runs</source>
        <translation>用于运行</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>my-server</source>
        <translation>my-server</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Base URL:</source>
        <translation>基础 URL(&amp;B)：</translation>
    </message>
    <message>
        <source>Responses (OpenAI)</source>
        <translation>Responses (OpenAI)</translation>
    </message>
    <message>
        <source>Chat Completions (compatible servers)</source>
        <translation>Chat Completions（兼容服务器）</translation>
    </message>
    <message>
        <source>&amp;API:</source>
        <translation>API(&amp;A)：</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>In the system&apos;s key store</source>
        <translation>在系统的密钥库中</translation>
    </message>
    <message>
        <source>In memory, until the program ends</source>
        <translation>在内存中，直到程序退出</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>位置(&amp;W)：</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>忘记密钥</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>密钥(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Variable:</source>
        <translation>变量(&amp;V)：</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Default &amp;model:</source>
        <translation>默认模型(&amp;M)：</translation>
    </message>
    <message>
        <source>For agents that name no model. Test fills the list.</source>
        <translation>用于未指定模型的智能体。测试会填充此列表。</translation>
    </message>
    <message>
        <source>&amp;Organization:</source>
        <translation>组织(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Project:</source>
        <translation>项目(&amp;P)：</translation>
    </message>
    <message>
        <source>Both may stay empty. OpenAI bills the key&apos;s own ones then.</source>
        <translation>两者均可留空，届时 OpenAI 会计入密钥自身所属的组织和项目。</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>新建提供方</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved. It answers on this computer from the agent&apos;s own fields; nothing is sent anywhere.</source>
        <translation>演练：不涉及模型。它在这台计算机上根据智能体自身的字段作答，不会向任何地方发送内容。</translation>
    </message>
    <message>
        <source>Runs go here.</source>
        <translation>运行发送到此处。</translation>
    </message>
    <message>
        <source>Stop Testing</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Save and Test</source>
        <translation>保存并测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>typed, not saved yet</source>
        <translation>已输入，尚未保存</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存；输入即可替换</translation>
    </message>
    <message>
        <source>The program was started with OPENAI_API_KEY, which goes before any key kept here.</source>
        <translation>程序启动时已设置 OPENAI_API_KEY，它优先于此处保存的任何密钥。</translation>
    </message>
    <message>
        <source>Read when the program is started, and kept nowhere.</source>
        <translation>程序启动时读取，不会保存在任何地方。</translation>
    </message>
    <message>
        <source>For servers that want none.</source>
        <translation>用于不需要密钥的服务器。</translation>
    </message>
    <message>
        <source>The address has changed. The key of the old one is not sent there: give it again.</source>
        <translation>地址已更改。旧地址的密钥不会发送到那里：请重新填写。</translation>
    </message>
    <message>
        <source>The key store is locked or does not answer. Unlock it, or give the key again.</source>
        <translation>密钥库已锁定或没有响应。请将其解锁，或重新填写密钥。</translation>
    </message>
    <message>
        <source>The key store did not take the key: it is kept only until the program ends.</source>
        <translation>密钥库未接受此密钥：密钥只保留到程序退出。</translation>
    </message>
    <message>
        <source>There is no key store here: the key is kept only until the program ends. To give it at every start, use an environment variable.</source>
        <translation>此处没有密钥库：密钥只保留到程序退出。要在每次启动时提供密钥，请使用环境变量。</translation>
    </message>
    <message>
        <source>It is never shown again, and is in no file of this program.</source>
        <translation>它不会再次显示，也不在本程序的任何文件中。</translation>
    </message>
    <message>
        <source>It goes to the system&apos;s key store, and to no file of this program.</source>
        <translation>密钥存入系统的密钥库，不写入本程序的任何文件。</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>正在向 %1 询问其模型…</translation>
    </message>
    <message>
        <source>Address and key are right, but no model is offered.</source>
        <translation>地址和密钥正确，但没有可用的模型。</translation>
    </message>
    <message>
        <source>Address and key are right. One model is offered.</source>
        <translation>地址和密钥正确。有 1 个模型可用。</translation>
    </message>
    <message numerus="yes">
        <source>Address and key are right. %n models are offered.</source>
        <translation>
            <numerusform>地址和密钥正确。有 %n 个模型可用。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ProvidersSection</name>
    <message>
        <source>Providers</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加提供方</translation>
    </message>
    <message>
        <source>Remove the provider</source>
        <translation>移除提供方</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1（未保存）</translation>
    </message>
    <message>
        <source>Runs go here: %1</source>
        <translation>运行发送到此处：%1</translation>
    </message>
    <message>
        <source>%1, runs go here</source>
        <translation>%1，运行发送到此处</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>新建提供方</translation>
    </message>
    <message>
        <source>“%1” was removed, with its key.</source>
        <translation>已移除“%1”及其密钥。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Find previous (Shift+Return)</source>
        <translation>查找上一个 (Shift+Return)</translation>
    </message>
    <message>
        <source>Find next (Return)</source>
        <translation>查找下一个 (Return)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many matches so far</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunDetailsPane</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Parts of the run</source>
        <translation>运行的各部分</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>续接</translation>
    </message>
    <message>
        <source>Fetches what the provider has gone on to write</source>
        <translation>取回提供方此后继续写出的内容</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on with this conversation beside the agent</source>
        <translation>在智能体旁继续此对话</translation>
    </message>
    <message>
        <source>Run Without</source>
        <translation>不带此项运行</translation>
    </message>
    <message>
        <source>Run again without a parameter</source>
        <translation>去掉一个参数后再次运行</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation>此运行的更多操作</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>再次运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Continue this conversation</source>
        <translation>继续此对话(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open the agent</source>
        <translation>打开智能体(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete this run</source>
        <translation>删除此运行(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stop this run</source>
        <translation>停止此运行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Find in this conversation</source>
        <translation>在此对话中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Copy the &amp;answer</source>
        <translation>复制回答(&amp;A)</translation>
    </message>
    <message>
        <source>Copy the conversation as &amp;Markdown</source>
        <translation>将对话复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as &amp;curl, without the key</source>
        <translation>复制为 curl，不含密钥(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export as Markdown…</source>
        <translation>导出为 Markdown(&amp;E)…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>导出为 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Run again without %1</source>
        <translation>不带 %1 再次运行</translation>
    </message>
    <message>
        <source>Export as Markdown</source>
        <translation>导出为 Markdown</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>导出为 JSON</translation>
    </message>
    <message>
        <source>Markdown (*.md);;All files (*)</source>
        <translation>Markdown (*.md);;所有文件 (*)</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No run is open</source>
        <translation>没有打开的运行</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>请从列表中选择一个。</translation>
    </message>
    <message>
        <source>The run could not be read</source>
        <translation>无法读取此运行</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The run “%1” was deleted.</source>
        <translation>已删除运行“%1”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 Trying again in %2.</source>
        <translation>%1 %2后重试。</translation>
    </message>
    <message>
        <source>Open the &amp;version it used</source>
        <translation>打开其使用的版本(&amp;V)</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunFactsView</name>
    <message>
        <source>Facts</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact&apos;s label and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open this version</source>
        <translation>打开此版本</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunListModel</name>
    <message>
        <source>(empty message)</source>
        <translation>（空消息）</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>message, status, facts, time</comment>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunListPane</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Search messages and answers</source>
        <translation>搜索消息和回答</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>搜索运行</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>任意结果</translation>
    </message>
    <message>
        <source>Filter by agent</source>
        <translation>按智能体筛选</translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation>任意智能体</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>运行，最新在前</translation>
    </message>
    <message>
        <source>Filter by outcome: %1</source>
        <translation>按结果筛选：%1</translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation>按结果筛选</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Every run of an agent is kept here, with its answer, times and cost.</source>
        <translation>智能体的每次运行都保留在此处，包括回答、时间和费用。</translation>
    </message>
    <message>
        <source>Try an Agent</source>
        <translation>试用智能体</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>No run fits the search and the filters.</source>
        <translation>没有符合搜索和筛选条件的运行。</translation>
    </message>
    <message>
        <source>Show All Runs</source>
        <translation>显示所有运行</translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation>无法读取运行</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunRequestView</name>
    <message>
        <source>Parameters and variables</source>
        <translation>参数和变量</translation>
    </message>
    <message>
        <source>Prompt as it was used</source>
        <translation>所用的提示词</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Request for a terminal, without the key</source>
        <translation>用于终端的请求，不含密钥</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>复制请求</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunsVm</name>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SectionBar</name>
    <message>
        <source>More sections</source>
        <translation>更多部分</translation>
    </message>
    <message>
        <source>Close the section</source>
        <translation>关闭此部分</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ServerSection</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>A team shares one library through a server. Without one, everything stays on this computer. When you sign in, the agents of this library become those of your personal workspace there.</source>
        <translation>团队通过服务器共享一个库。没有服务器时，所有内容都留在本机。登录后，此库的智能体将成为您在服务器上的个人工作区的内容。</translation>
    </message>
    <message>
        <source>Not needed with a link</source>
        <translation>使用链接时无需填写</translation>
    </message>
    <message>
        <source>&amp;Address or link:</source>
        <translation>地址或链接(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>代码(&amp;C)：</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>服务器：</translation>
    </message>
    <message>
        <source>Signed in as:</source>
        <translation>登录身份：</translation>
    </message>
    <message>
        <source>Sign Out…</source>
        <translation>注销…</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Your devices</source>
        <translation>您的设备</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>您的角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Name of a new workspace</source>
        <translation>新工作区的名称</translation>
    </message>
    <message>
        <source>Make Workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>Signing In…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>This computer has no key store, so the sign-in ends with the program. For a machine that works by itself, use an access token in AIAGENT_TOKEN.</source>
        <translation>此计算机没有密钥存储，因此登录随程序结束而失效。自动运行的机器请在 AIAGENT_TOKEN 中使用访问令牌。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, address</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This computer has no key store: the sign-in ends with the program.</source>
        <translation>此计算机没有密钥存储：登录随程序结束而失效。</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Sign this computer out? The library stays here; what is not sent yet waits until you sign in again with a new invitation.</source>
        <translation>注销此计算机？库会保留在本机；尚未发送的内容会等到您用新的邀请重新登录。</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>Stay Signed In</source>
        <translation>保持登录</translation>
    </message>
    <message>
        <source>Sign this computer out? Not sent yet: %1. That stays here, nobody else sees it, and it is sent when you sign in again with a new invitation.</source>
        <translation>注销此计算机？尚未发送：%1。这些内容保留在本机，其他人看不到，等您用新的邀请重新登录后再发送。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SettingsPage</name>
    <message>
        <source>Providers</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Models and prices</source>
        <translation>模型和价格</translation>
    </message>
    <message>
        <source>Data and logs</source>
        <translation>数据和日志</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各部分</translation>
    </message>
    <message>
        <source>Uploaded files</source>
        <translation>已上传的文件</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Put All Back</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>搜索命令和按键</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>New shortcut: press the keys</source>
        <translation>新快捷键：请按下按键</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Leave this command without a shortcut</source>
        <translation>不为此命令设置快捷键</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category: command</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Click into the field and press the keys.</source>
        <translation>请点击输入框并按下按键。</translation>
    </message>
    <message>
        <source>These keys belong to “%1”. With Change they move here.</source>
        <translation>这些按键属于“%1”。点击“更改”会将其移到此处。</translation>
    </message>
    <message>
        <source>Change and Take Over</source>
        <translation>更改并接管</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SignalsRow</name>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>not to be had</source>
        <translation>无法取得</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <translation>显示最近 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SignalsView</name>
    <message>
        <source>Signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>No Prometheus belongs to this environment, so there are only the processors and the memory in use now (metrics.k8s.io), from when this page was opened.</source>
        <translation>此环境没有对应的 Prometheus，因此只有当前使用的处理器和内存 (metrics.k8s.io)，从打开此页面时算起。</translation>
    </message>
    <message>
        <source>Nothing was measured in this time</source>
        <translation>这段时间内没有测量数据</translation>
    </message>
    <message>
        <source>Error budget: %1</source>
        <translation>错误预算：%1</translation>
    </message>
    <message>
        <source>Alert: %1 (%2)</source>
        <translation>警报：%1（%2）</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>触发中</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待触发</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SyncIndicator</name>
    <message>
        <source>Sync: %1</source>
        <translation>同步：%1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SyncStatusView</name>
    <message>
        <source>State of sync</source>
        <translation>同步状态</translation>
    </message>
    <message>
        <source>Sync Now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Verify Now</source>
        <translation>立即校验</translation>
    </message>
    <message>
        <source>Fetches everything and holds it against what is here. Nothing of yours is lost.</source>
        <translation>获取全部内容并与本机对比。您的内容不会丢失。</translation>
    </message>
    <message>
        <source>Copy Diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>For a report: states and numbers, no content and no secrets.</source>
        <translation>用于报告问题：只含状态和数字，不含内容和机密。</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>登录服务器…</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <comment>address, role</comment>
        <translation>%1，身份：%2</translation>
    </message>
    <message>
        <source>last change %1</source>
        <translation>上次变更：%1</translation>
    </message>
    <message>
        <source>not fetched as a whole yet</source>
        <translation>尚未完整获取</translation>
    </message>
    <message>
        <source>1 edit to be sent</source>
        <translation>1 处修改待发送</translation>
    </message>
    <message numerus="yes">
        <source>%n edits to be sent</source>
        <translation>
            <numerusform>%n 处修改待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>changes of others come at once</source>
        <translation>他人的修改会立即到达</translation>
    </message>
    <message>
        <source>Sign In Again…</source>
        <translation>重新登录…</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SyncVm</name>
    <message>
        <source>next try in %1</source>
        <translation>%1 后重试</translation>
    </message>
    <message>
        <source>1 edit to be sent</source>
        <translation>1 处修改待发送</translation>
    </message>
    <message numerus="yes">
        <source>%n edits to be sent</source>
        <translation>
            <numerusform>%n 处修改待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>仅在本机</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Sending 1 edit</source>
        <translation>正在发送 1 处修改</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n edits</source>
        <translation>
            <numerusform>正在发送 %n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>等待：%1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>请重新登录</translation>
    </message>
    <message>
        <source>Not a member any more</source>
        <translation>已不是成员</translation>
    </message>
    <message>
        <source>Needs a newer program</source>
        <translation>需要更新程序</translation>
    </message>
    <message>
        <source>This library is on this computer alone.</source>
        <translation>此库只在这台计算机上。</translation>
    </message>
    <message>
        <source>This computer is signed out. Edits wait here until it is signed in again.</source>
        <translation>此计算机已注销。修改会在本机等待重新登录。</translation>
    </message>
    <message>
        <source>Everything here is at the server, and everything there is here.</source>
        <translation>本机内容与服务器内容完全一致。</translation>
    </message>
    <message>
        <source>Your edits are on their way to the server.</source>
        <translation>您的修改正在发往服务器。</translation>
    </message>
    <message>
        <source>The library is being held against the server&apos;s.</source>
        <translation>正在将库与服务器对比。</translation>
    </message>
    <message>
        <source>It goes on by itself. You can go on working; nothing is lost.</source>
        <translation>会自动继续。您可以继续工作，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>There is no network. Edits are kept here and sent by themselves later.</source>
        <translation>没有网络。修改保留在本机，稍后自动发送。</translation>
    </message>
    <message>
        <source>The server does not take this computer&apos;s sign-in any more. Edits wait here.</source>
        <translation>服务器不再接受此计算机的登录。修改在本机等待。</translation>
    </message>
    <message>
        <source>You are not a member of this workspace any more. What is here stays here and is not sent.</source>
        <translation>您已不是此工作区的成员。本机内容会保留，不会发送。</translation>
    </message>
    <message>
        <source>The server wants a newer version of this program. Edits wait here.</source>
        <translation>服务器需要此程序的更新版本。修改在本机等待。</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>The oldest unsent edit is %1 old.</source>
        <translation>最早的未发送修改已有 %1。</translation>
    </message>
    <message>
        <source>You are not a member of this workspace any more, so nothing here can be changed.</source>
        <translation>您已不是此工作区的成员，因此不能作任何修改。</translation>
    </message>
    <message>
        <source>You may look at this workspace, not change it. An administrator can make you a member.</source>
        <translation>您可以查看此工作区，但不能修改。管理员可以将您设为成员。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ThingActions</name>
    <message>
        <source>&amp;Logs</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;ct</source>
        <translation>操作(&amp;C)</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>On the server, without effect</source>
        <translation>在服务器上进行，不产生效果</translation>
    </message>
    <message>
        <source>Roll &amp;Back to the Revision Before</source>
        <translation>回滚到上一个修订版本(&amp;B)</translation>
    </message>
    <message>
        <source>Roll Back t&amp;o</source>
        <translation>回滚到(&amp;O)</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>修订版本 %1</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重启(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Scale…</source>
        <translation>扩缩(&amp;S)…</translation>
    </message>
    <message>
        <source>Replicas:</source>
        <translation>副本：</translation>
    </message>
    <message>
        <source>&amp;Pause the Rollout</source>
        <translation>暂停发布(&amp;P)</translation>
    </message>
    <message>
        <source>R&amp;esume the Rollout</source>
        <translation>恢复发布(&amp;E)</translation>
    </message>
    <message>
        <source>Pro&amp;mote</source>
        <translation>推进(&amp;M)</translation>
    </message>
    <message>
        <source>Promote &amp;Fully</source>
        <translation>完全推进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>中止(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;witch to Other Pods…</source>
        <translation>切换到其他 Pod(&amp;W)…</translation>
    </message>
    <message>
        <source>Selector:</source>
        <translation>选择器：</translation>
    </message>
    <message>
        <source>Run &amp;Now</source>
        <translation>立即运行(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete the Pod</source>
        <translation>删除 Pod(&amp;D)</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ToolCallCard</name>
    <message>
        <source>The command failed with exit code %1.</source>
        <translation>命令失败，退出码为 %1。</translation>
    </message>
    <message>
        <source>The command crashed or was killed.</source>
        <translation>命令崩溃或被终止。</translation>
    </message>
    <message>
        <source>The command took longer than 30 seconds and was ended.</source>
        <translation>命令运行超过 30 秒，已被终止。</translation>
    </message>
    <message>
        <source>The command wrote more than 1 MiB and was ended.</source>
        <translation>命令输出超过 1 MiB，已被终止。</translation>
    </message>
    <message>
        <source>There is no such program, or it may not be run.</source>
        <translation>没有此程序，或无权运行。</translation>
    </message>
    <message>
        <source>%1 on the server “%2”</source>
        <translation>服务器“%2”上的 %1</translation>
    </message>
    <message>
        <source>The model calls %1</source>
        <translation>模型调用 %1</translation>
    </message>
    <message>
        <source>Arguments of %1</source>
        <translation>%1 的参数</translation>
    </message>
    <message>
        <source>May the server be called with this?</source>
        <translation>是否允许用这些内容调用服务器？</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>How to answer %1</source>
        <translation>如何应答 %1</translation>
    </message>
    <message>
        <source>Type the result</source>
        <translation>输入结果</translation>
    </message>
    <message>
        <source>Run a command on this computer</source>
        <translation>在这台计算机上运行命令</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>%1 的结果</translation>
    </message>
    <message>
        <source>JSON or text</source>
        <translation>JSON 或文本</translation>
    </message>
    <message>
        <source>Recorded answer of %1</source>
        <translation>%1 的已记录应答</translation>
    </message>
    <message>
        <source>Record this answer</source>
        <translation>记录此应答</translation>
    </message>
    <message>
        <source>It is offered again when the tool is called with the same arguments</source>
        <translation>以相同参数调用此工具时会再次提供</translation>
    </message>
    <message>
        <source>Command for %1</source>
        <translation>用于 %1 的命令</translation>
    </message>
    <message>
        <source>/path/to/program and its arguments</source>
        <translation>/path/to/program 及其参数</translation>
    </message>
    <message>
        <source>Always allow exactly this command for this tool</source>
        <translation>始终允许此工具运行这条命令（须完全相同）</translation>
    </message>
    <message>
        <source>Run the Command</source>
        <translation>运行命令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Output of the command</source>
        <translation>命令的输出</translation>
    </message>
    <message>
        <source>Recorded for these arguments</source>
        <translation>已为这些参数记录</translation>
    </message>
    <message>
        <source>No shell reads it. The arguments come as JSON on its standard input.</source>
        <translation>不经过 shell。参数以 JSON 形式从标准输入传入。</translation>
    </message>
    <message>
        <source>Runs %1, with the arguments on its standard input.</source>
        <translation>运行 %1，参数从其标准输入传入。</translation>
    </message>
    <message>
        <source>Run and Always Allow</source>
        <translation>运行并始终允许</translation>
    </message>
    <message>
        <source>Run Once</source>
        <translation>运行一次</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Done. Its output is the result:</source>
        <translation>已完成。其输出即为结果：</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ToolCallsPane</name>
    <message>
        <source>Tool calls</source>
        <translation>工具调用</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send the answers; the conversation goes on</source>
        <translation>发送应答；对话将继续</translation>
    </message>
    <message>
        <source>Every call has its answer.</source>
        <translation>每个调用都已有应答。</translation>
    </message>
    <message>
        <source>One call waits for its answer.</source>
        <translation>有 1 个调用等待应答。</translation>
    </message>
    <message numerus="yes">
        <source>%n calls wait for their answers.</source>
        <translation>
            <numerusform>有 %n 个调用等待应答。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ToolsSection</name>
    <message>
        <source>Web search</source>
        <translation>网页搜索</translation>
    </message>
    <message>
        <source>File search</source>
        <translation>文件搜索</translation>
    </message>
    <message>
        <source>Code interpreter</source>
        <translation>代码解释器</translation>
    </message>
    <message>
        <source>Image generation</source>
        <translation>图像生成</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Add a function</source>
        <translation>添加函数</translation>
    </message>
    <message>
        <source>Add a function that the model may call</source>
        <translation>添加模型可以调用的函数</translation>
    </message>
    <message>
        <source>MCP server</source>
        <translation>MCP 服务器</translation>
    </message>
    <message>
        <source>Add an MCP server</source>
        <translation>添加 MCP 服务器</translation>
    </message>
    <message>
        <source>Add a server whose tools the model may call</source>
        <translation>添加服务器，模型可以调用其工具</translation>
    </message>
    <message>
        <source>Remove the tool (Delete)</source>
        <translation>移除工具 (Delete)</translation>
    </message>
    <message>
        <source>Edit as JSON</source>
        <translation>以 JSON 编辑</translation>
    </message>
    <message>
        <source>List of tools</source>
        <translation>工具列表</translation>
    </message>
    <message>
        <source>Runs at OpenAI: %1</source>
        <translation>在 OpenAI 处运行：%1</translation>
    </message>
    <message>
        <source>Functions are answered by you or by a command in the playground; hosted tools and servers are called by OpenAI.</source>
        <translation>函数由您或试运行区中的命令应答；托管工具和服务器由 OpenAI 调用。</translation>
    </message>
    <message>
        <source>Name of the function</source>
        <translation>函数名称</translation>
    </message>
    <message>
        <source>Description of the function</source>
        <translation>函数描述</translation>
    </message>
    <message>
        <source>When to call it, and what it gives</source>
        <translation>何时调用，以及返回什么</translation>
    </message>
    <message>
        <source>Strict: arguments always fit the schema</source>
        <translation>严格：参数始终符合架构</translation>
    </message>
    <message>
        <source>Parameters of the function</source>
        <translation>函数参数</translation>
    </message>
    <message>
        <source>This is not a JSON object yet; the last one that was is kept.</source>
        <translation>这还不是 JSON 对象；保留上一个有效的对象。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Label of the server</source>
        <translation>服务器标识</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Allowed tools of the server</source>
        <translation>服务器允许的工具</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Ask before every call</source>
        <translation>每次调用前询问</translation>
    </message>
    <message>
        <source>Never ask</source>
        <translation>从不询问</translation>
    </message>
    <message>
        <source>As the JSON says</source>
        <translation>按 JSON 中的设置</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Allowed tools</source>
        <translation>允许的工具</translation>
    </message>
    <message>
        <source>All; or names, separated by commas</source>
        <translation>全部；或名称，以英文逗号分隔</translation>
    </message>
    <message>
        <source>%1 runs at OpenAI. Its settings are in the JSON.</source>
        <translation>%1 在 OpenAI 处运行。其设置在 JSON 中。</translation>
    </message>
    <message>
        <source>This kind of tool is edited as JSON.</source>
        <translation>此类工具以 JSON 编辑。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::TranscriptPane</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Write a message and run it: the draft is used as it stands, nothing needs to be saved first.</source>
        <translation>写一条消息并运行：直接使用当前草稿，无需先保存。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::UploadsSection</name>
    <message>
        <source>Uploaded files</source>
        <translation>已上传的文件</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>What runs have put at providers: large knowledge files, and vector stores of those that are searched. They are used again by later runs. Deleted ones are uploaded again when a run needs them.</source>
        <translation>运行时存放在提供商处的内容：较大的知识文件，以及需搜索的文件的向量存储。之后的运行会再次使用它们。已删除的内容会在运行需要时重新上传。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>上传时间</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留至</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>A month, about</source>
        <translation>每月约</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation>向量存储</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>%1, for “%2”</source>
        <translation>%1，用于“%2”</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Vector stores at OpenAI hold %1; up to %2 of all your stores is free. Price of %3.</source>
        <translation>OpenAI 的向量存储共 %1；您所有存储中 %2 以内免费。价格日期：%3。</translation>
    </message>
    <message>
        <source>Vector stores at OpenAI hold %1, of which %2 is free: about %3 a month. Price of %4.</source>
        <translation>OpenAI 的向量存储共 %1，其中 %2 免费：每月约 %3。价格日期：%4。</translation>
    </message>
    <message>
        <source>Delete “%1” at the provider? This cannot be undone; the file itself stays with the agent.</source>
        <translation>要删除提供商处的“%1”吗？此操作无法撤消；文件本身仍保留在智能体中。</translation>
    </message>
    <message>
        <source>Delete %1 entries at the provider? This cannot be undone; the files themselves stay with the agents.</source>
        <translation>要删除提供商处的 %1 项吗？此操作无法撤消；文件本身仍保留在智能体中。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>“%1”未被删除。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing is uploaded</source>
        <translation>没有上传任何内容</translation>
    </message>
    <message>
        <source>Large knowledge files, and those that are searched, are put at the provider by a run. They are listed here, with what they cost.</source>
        <translation>较大的知识文件以及需搜索的文件会在运行时存放到提供商处。它们连同费用列在这里。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VariablesForm</name>
    <message>
        <source>Variables of the prompt</source>
        <translation>提示词的变量</translation>
    </message>
    <message>
        <source>Needed for a run</source>
        <translation>运行所需</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>留空则为：%1</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>例如：%1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>“%1” is none of the choices.</source>
        <translation>“%1”不在可选项中。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VariablesSection</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>可选项</translation>
    </message>
    <message>
        <source>Of a choice: what there is to choose from, separated by |</source>
        <translation>用于“选择”类型：可供选择的值，以 | 分隔</translation>
    </message>
    <message>
        <source>Taken where a run gives no value</source>
        <translation>运行未提供值时采用</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Remove the variable (Delete)</source>
        <translation>移除变量 (Delete)</translation>
    </message>
    <message>
        <source>A variable needs a name.</source>
        <translation>变量需要名称。</translation>
    </message>
    <message>
        <source>Two variables are called “%1”.</source>
        <translation>有两个变量名为“%1”。</translation>
    </message>
    <message>
        <source>The default of “%1” does not fit its type.</source>
        <translation>“%1”的默认值不符合其类型。</translation>
    </message>
    <message>
        <source>“%1” has nothing to choose from.</source>
        <translation>“%1”没有可选项。</translation>
    </message>
    <message>
        <source>Used in the prompt as plain text fields: %1.</source>
        <translation>在提示词中用作纯文本字段：%1。</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionRowPainter</name>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>another line</source>
        <translation>另一分支</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionRows</name>
    <message>
        <source>Draft, not saved</source>
        <translation>草稿，未保存</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>another line</source>
        <translation>另一分支</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionsPane</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Back to the editor (Esc)</source>
        <translation>返回编辑器 (Esc)</translation>
    </message>
    <message>
        <source>Changes it made</source>
        <translation>此版本的更改</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>与现在比较</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Makes this version&apos;s text a new version. Nothing is lost.</source>
        <translation>将此版本的文字作为新版本。内容不会丢失。</translation>
    </message>
    <message>
        <source>More about this version</source>
        <translation>此版本的更多操作</translation>
    </message>
    <message>
        <source>List of versions</source>
        <translation>版本列表</translation>
    </message>
    <message>
        <source>Select two to compare them</source>
        <translation>选择两个版本进行比较</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>标记名称</translation>
    </message>
    <message>
        <source>Name of the label: small letters, digits, “.”, “_”, “-”</source>
        <translation>标记名称：小写字母、数字、“.”、“_”、“-”</translation>
    </message>
    <message>
        <source>Add Label</source>
        <translation>添加标记</translation>
    </message>
    <message>
        <source>Another label…</source>
        <translation>其他标记…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy hash of its content</source>
        <translation>复制内容哈希值</translation>
    </message>
    <message>
        <source>History of the labels</source>
        <translation>标记历史</translation>
    </message>
    <message>
        <source>%1, the first</source>
        <translation>%1，首个版本</translation>
    </message>
    <message>
        <source>No label was ever moved.</source>
        <translation>标记从未移动过。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>This agent has another line: v%1.</source>
        <translation>此智能体有另一分支：v%1。</translation>
    </message>
    <message>
        <source>This agent has another line by %1: v%2.</source>
        <translation>此智能体有 %1 的另一分支：v%2。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionsVm</name>
    <message>
        <source>Restored %1</source>
        <translation>已恢复 %1</translation>
    </message>
    <message>
        <source>“%1” was taken off %2.</source>
        <translation>已从 %2 取下“%1”。</translation>
    </message>
    <message>
        <source>“%1” points to %2.</source>
        <translation>“%1”指向 %2。</translation>
    </message>
    <message>
        <source>“%1” moved from %2 to %3.</source>
        <translation>“%1”已从 %2 移到 %3。</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>已取下</translation>
    </message>
    <message>
        <source>saved elsewhere</source>
        <translation>在别处保存</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::WorkspaceIndicator</name>
    <message>
        <source>Another workspace: %1</source>
        <translation>其他工作区：%1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::WorkspaceSwitcher</name>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>You are here as: %1. %2</source>
        <translation>您在此的角色：%1。%2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>workspace, role</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>New Workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided</source>
        <translation>
            <numerusform>%n 项待决定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::WorkspacesVm</name>
    <message>
        <source>not a member any more</source>
        <translation>已不是成员</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>没有网络</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>请重新登录</translation>
    </message>
    <message>
        <source>needs a newer program</source>
        <translation>需要更新的程序</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided</source>
        <translation>
            <numerusform>%n 项待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>What waits is sent by itself, whichever workspace is open.</source>
        <translation>等待的更改会自动发送，无论打开的是哪个工作区。</translation>
    </message>
    <message>
        <source>What waits is kept here and sent by itself later: %1.</source>
        <translation>等待的更改保留在本机，稍后自动发送：%1。</translation>
    </message>
    <message>
        <source>Press to open that workspace.</source>
        <translation>点击可打开该工作区。</translation>
    </message>
    <message>
        <source>1 edit waits in %1</source>
        <translation>%1 中有 1 处更改在等待</translation>
    </message>
    <message numerus="yes">
        <source>%n edits wait in %1</source>
        <translation>
            <numerusform>%1 中有 %n 处更改在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>会自动重试。</translation>
    </message>
    <message>
        <source>What was written there stays here and is not sent.</source>
        <translation>在那里写的内容保留在本机，不会发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided in %1</source>
        <translation>
            <numerusform>%1 中有 %n 项待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits under Inbox there.</source>
        <translation>它在那里的收件箱中等待。</translation>
    </message>
    <message>
        <source>1 edit in %1</source>
        <translation>%1 中 1 处更改</translation>
    </message>
    <message numerus="yes">
        <source>%n edits in %1</source>
        <translation>
            <numerusform>%1 中 %n 处更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::CodeEdit</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1 unchanged lines</source>
        <translation>%1 行未更改</translation>
    </message>
    <message>
        <source>removed: %1,</source>
        <translation>已移除：%1,</translation>
    </message>
    <message>
        <source>added: %1,</source>
        <translation>已添加：%1,</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::MessageActionBar</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::PromptEdit</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::TimeChart</name>
    <message>
        <source>%1 %2</source>
        <comment>a series&apos; name and latest value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <translation>%1（旧）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a series&apos; name and a value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>usually %1 to %2</source>
        <translation>通常为 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>跳到最新</translation>
    </message>
    <message>
        <source>Jump to latest (End)</source>
        <translation>跳到最新 (End)</translation>
    </message>
    <message>
        <source>Answer begins</source>
        <translation>回答开始</translation>
    </message>
    <message>
        <source>Answer failed</source>
        <translation>回答失败</translation>
    </message>
    <message>
        <source>Answer interrupted</source>
        <translation>回答中断</translation>
    </message>
    <message>
        <source>Answer complete</source>
        <translation>回答完成</translation>
    </message>
    <message>
        <source>Open Link…</source>
        <translation>打开链接…</translation>
    </message>
    <message>
        <source>Copy Link Address</source>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy Message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Edit Message</source>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在书写…</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Folder that holds agents, runs and settings</source>
        <translation>存放智能体、运行和设置的文件夹</translation>
    </message>
    <message>
        <source>Print results as JSON</source>
        <translation>以 JSON 输出结果</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>What the agent is for</source>
        <translation>智能体的用途</translation>
    </message>
    <message>
        <source>Instructions; may hold {{variables}}</source>
        <translation>指令；可包含 {{variables}}</translation>
    </message>
    <message>
        <source>Read the instructions from a file; - is standard input</source>
        <translation>从文件读取指令；- 表示标准输入</translation>
    </message>
    <message>
        <source>Model to run with</source>
        <translation>运行所用的模型</translation>
    </message>
    <message>
        <source>Tag to add; may be repeated</source>
        <translation>要添加的标签；可重复</translation>
    </message>
    <message>
        <source>Model parameter to set; may be repeated</source>
        <translation>要设置的模型参数；可重复</translation>
    </message>
    <message>
        <source>JSON array of tools; - is standard input</source>
        <translation>工具的 JSON 数组；- 表示标准输入</translation>
    </message>
    <message>
        <source>JSON schema of the output; - is standard input</source>
        <translation>输出的 JSON 架构；- 表示标准输入</translation>
    </message>
    <message>
        <source>Conversation starter to add; may be repeated</source>
        <translation>要添加的开场问题；可重复</translation>
    </message>
    <message>
        <source>Made agent “%1” (%2).</source>
        <translation>已创建智能体“%1”(%2)。</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Starter</source>
        <translation>开场问题</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>输出架构</translation>
    </message>
    <message>
        <source>Saved agent “%1” (%2).</source>
        <translation>已保存智能体“%1”(%2)。</translation>
    </message>
    <message>
        <source>Archived agent “%1” (%2).</source>
        <translation>已归档智能体“%1”(%2)。</translation>
    </message>
    <message>
        <source>Restored agent “%1” (%2).</source>
        <translation>已恢复智能体“%1”(%2)。</translation>
    </message>
    <message>
        <source>Deleted agent “%1” (%2). Its runs are kept.</source>
        <translation>已删除智能体“%1”(%2)。其运行会保留。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Make an agent</source>
        <translation>创建智能体</translation>
    </message>
    <message>
        <source>List agents</source>
        <translation>列出智能体</translation>
    </message>
    <message>
        <source>Words in name, description, prompt or tags; the last may be cut short</source>
        <translation>名称、描述、提示词或标签中的词；最后一个可不完整</translation>
    </message>
    <message>
        <source>Only agents with this tag; may be repeated</source>
        <translation>仅带有此标签的智能体；可重复</translation>
    </message>
    <message>
        <source>Only archived agents</source>
        <translation>仅已归档的智能体</translation>
    </message>
    <message>
        <source>Archived agents too</source>
        <translation>也包括已归档的智能体</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>最多显示的数量</translation>
    </message>
    <message>
        <source>Show an agent</source>
        <translation>显示智能体</translation>
    </message>
    <message>
        <source>Change an agent</source>
        <translation>更改智能体</translation>
    </message>
    <message>
        <source>Tag to take away; may be repeated</source>
        <translation>要移除的标签；可重复</translation>
    </message>
    <message>
        <source>Parameter to take away; may be repeated</source>
        <translation>要移除的参数；可重复</translation>
    </message>
    <message>
        <source>Put an agent away</source>
        <translation>归档智能体</translation>
    </message>
    <message>
        <source>Delete an agent for good</source>
        <translation>永久删除智能体</translation>
    </message>
    <message>
        <source>Write a verified copy of the profile&apos;s database</source>
        <translation>写出配置目录数据库的已校验副本</translation>
    </message>
    <message>
        <source>Say what is wrong with this installation and how to mend it</source>
        <translation>说明此安装的问题及修复方法</translation>
    </message>
    <message>
        <source>Serve the rehearsal model on a loopback port</source>
        <translation>在回环端口上提供演练模型</translation>
    </message>
    <message>
        <source>Port; a free one is taken without it</source>
        <translation>端口；不指定则使用空闲端口</translation>
    </message>
    <message>
        <source>Print completion for bash, zsh or fish</source>
        <translation>输出用于 bash、zsh 或 fish 的补全脚本</translation>
    </message>
    <message>
        <source>List providers; * is the one in use</source>
        <translation>列出提供方；* 表示正在使用</translation>
    </message>
    <message>
        <source>Add or change a provider</source>
        <translation>添加或更改提供方</translation>
    </message>
    <message>
        <source>Address of the API, e.g. https://api.openai.com/v1</source>
        <translation>API 的地址，例如 https://api.openai.com/v1</translation>
    </message>
    <message>
        <source>responses or chat</source>
        <translation>responses 或 chat</translation>
    </message>
    <message>
        <source>Read the key from this environment variable</source>
        <translation>从此环境变量读取密钥</translation>
    </message>
    <message>
        <source>Read the key from standard input into the system&apos;s key store</source>
        <translation>从标准输入读取密钥并存入系统的密钥库</translation>
    </message>
    <message>
        <source>Model for agents that name none</source>
        <translation>用于未指定模型的智能体的模型</translation>
    </message>
    <message>
        <source>Remove a provider and forget its key</source>
        <translation>移除提供方并忘记其密钥</translation>
    </message>
    <message>
        <source>Choose the provider that runs go to</source>
        <translation>选择运行发送到的提供方</translation>
    </message>
    <message>
        <source>Ask a provider for its models: proves address and key</source>
        <translation>向提供方询问其模型：验证地址和密钥</translation>
    </message>
    <message>
        <source>List the provider&apos;s models</source>
        <translation>列出提供方的模型</translation>
    </message>
    <message>
        <source>Provider to ask</source>
        <translation>要询问的提供方</translation>
    </message>
    <message>
        <source>Run an agent and stream its answer</source>
        <translation>运行智能体并流式输出回答</translation>
    </message>
    <message>
        <source>The message; without it standard input is read</source>
        <translation>消息；不指定则读取标准输入</translation>
    </message>
    <message>
        <source>Read the message from a file; - is standard input</source>
        <translation>从文件读取消息；- 表示标准输入</translation>
    </message>
    <message>
        <source>Value of a {{variable}}; may be repeated</source>
        <translation>{{variable}} 的值；可重复</translation>
    </message>
    <message>
        <source>Model parameter for this run; may be repeated</source>
        <translation>此次运行的模型参数；可重复</translation>
    </message>
    <message>
        <source>Model for this run</source>
        <translation>此次运行的模型</translation>
    </message>
    <message>
        <source>Provider for this run; “rehearsal” needs no key</source>
        <translation>此次运行的提供方；“rehearsal”无需密钥</translation>
    </message>
    <message>
        <source>Go on with the conversation of an earlier run; “last” is the newest</source>
        <translation>继续较早运行的对话；“last”表示最近一次</translation>
    </message>
    <message>
        <source>List runs, newest first</source>
        <translation>列出运行，最新在前</translation>
    </message>
    <message>
        <source>Only runs of this agent</source>
        <translation>仅此智能体的运行</translation>
    </message>
    <message>
        <source>Only runs that are completed, failed, interrupted …</source>
        <translation>仅 completed、failed、interrupted … 的运行</translation>
    </message>
    <message>
        <source>Words in message or answer</source>
        <translation>消息或回答中的词</translation>
    </message>
    <message>
        <source>Show a run</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>Fetch the rest of an interrupted background run</source>
        <translation>取回中断的后台运行的其余内容</translation>
    </message>
    <message>
        <source>Export the conversation that ends with a run</source>
        <translation>导出以某次运行结束的对话</translation>
    </message>
    <message>
        <source>markdown or json</source>
        <translation>markdown 或 json</translation>
    </message>
    <message>
        <source>Write to a file instead of standard output</source>
        <translation>写入文件而不是标准输出</translation>
    </message>
    <message>
        <source>Delete a run for good</source>
        <translation>永久删除运行</translation>
    </message>
    <message>
        <source>(archived)</source>
        <translation>（已归档）</translation>
    </message>
    <message>
        <source>(has an unsaved draft)</source>
        <translation>（有未保存的草稿）</translation>
    </message>
    <message>
        <source>A large import is still being indexed: some matches may be missing.</source>
        <translation>仍在为大批导入内容建立索引：可能缺少部分匹配项。</translation>
    </message>
    <message>
        <source>No agents.</source>
        <translation>没有智能体。</translation>
    </message>
    <message>
        <source>There is no agent in it.</source>
        <translation>其中没有智能体。</translation>
    </message>
    <message>
        <source>Some of it is refused, so nothing was changed.</source>
        <translation>部分内容被拒绝，因此未更改任何内容。</translation>
    </message>
    <message>
        <source>Some agents are there already and differ; they were left alone. Say --on-conflict new, replace or skip.</source>
        <translation>部分智能体已存在且内容不同，未作更改。请指定 --on-conflict new、replace 或 skip。</translation>
    </message>
    <message>
        <source>%1 imported, %2 replaced.</source>
        <translation>已导入 %1 个，已替换 %2 个。</translation>
    </message>
    <message>
        <source>Not carried: %1</source>
        <translation>未包含：%1</translation>
    </message>
    <message>
        <source>%1 exported to %2.</source>
        <translation>已将 %1 个导出到 %2。</translation>
    </message>
    <message>
        <source>Bring agents in from a file, a folder, a zip archive or, as -, standard input</source>
        <translation>从文件、文件夹、Zip 压缩包或标准输入（用 - 表示）导入智能体</translation>
    </message>
    <message>
        <source>Only tell what would happen</source>
        <translation>只说明将会发生什么</translation>
    </message>
    <message>
        <source>json, prompty-v1, prompty-v2, promptfoo, langfuse, openai-prompt, openai-responses, openai-chat, markdown, agents-md, skill-md or folder</source>
        <translation>json、prompty-v1、prompty-v2、promptfoo、langfuse、openai-prompt、openai-responses、openai-chat、markdown、agents-md、skill-md 或 folder</translation>
    </message>
    <message>
        <source>For agents that are there and differ: ask (leave alone and say so), new, replace or skip</source>
        <translation>对于已存在且不同的智能体：ask（不更改并说明）、new、replace 或 skip</translation>
    </message>
    <message>
        <source>Follow a configuration&apos;s references to files among those given</source>
        <translation>读取配置所引用的文件，限于给定的文件之内</translation>
    </message>
    <message>
        <source>Write agents to standard output, a file, a folder or a zip archive</source>
        <translation>将智能体写入标准输出、文件、文件夹或 Zip 压缩包</translation>
    </message>
    <message>
        <source>All agents, the archive too</source>
        <translation>所有智能体，包括归档</translation>
    </message>
    <message>
        <source>json, folder, markdown, prompty-v1, prompty-v2, promptfoo, langfuse, openai-prompt, openai-responses, agents-md, skill-md or agent-card</source>
        <translation>json、folder、markdown、prompty-v1、prompty-v2、promptfoo、langfuse、openai-prompt、openai-responses、agents-md、skill-md 或 agent-card</translation>
    </message>
    <message>
        <source>File, folder, or archive that ends in .zip; else one file to standard output</source>
        <translation>文件、文件夹或以 .zip 结尾的压缩包；不指定则将单个文件写入标准输出</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved.</source>
        <translation>演练：不涉及模型。</translation>
    </message>
    <message>
        <source>Draft, not model-made. Template: %1.</source>
        <translation>草稿，非模型生成。模板：%1。</translation>
    </message>
    <message>
        <source>Next best templates: %1.</source>
        <translation>次选模板：%1。</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>--offline drafts an agent from templates, without a model or a network.</source>
        <translation>--offline 用模板起草智能体，无需模型和网络。</translation>
    </message>
    <message>
        <source>Stopped. The fields that were done are printed.</source>
        <translation>已停止。已完成的字段会输出。</translation>
    </message>
    <message>
        <source>Edits that fit no place in the prompt: %1.</source>
        <translation>在提示词中找不到对应位置的修改：%1。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未更改任何内容。</translation>
    </message>
    <message>
        <source>Improved: %1</source>
        <translation>改进：%1</translation>
    </message>
    <message>
        <source>Provider to ask; “rehearsal” needs no key</source>
        <translation>要询问的提供方；“rehearsal”无需密钥</translation>
    </message>
    <message>
        <source>Model to ask</source>
        <translation>要询问的模型</translation>
    </message>
    <message>
        <source>Generate an agent from a description</source>
        <translation>根据描述生成智能体</translation>
    </message>
    <message>
        <source>Draft it from templates, without a model or a network</source>
        <translation>用模板起草，无需模型和网络</translation>
    </message>
    <message>
        <source>Make the agent; without it nothing is saved</source>
        <translation>创建智能体；不指定则不保存任何内容</translation>
    </message>
    <message>
        <source>An example conversation; may be repeated</source>
        <translation>示例对话；可重复</translation>
    </message>
    <message>
        <source>Language of the agent&apos;s texts</source>
        <translation>智能体文字所用的语言</translation>
    </message>
    <message>
        <source>Ask for edits of an agent&apos;s prompt</source>
        <translation>请求对智能体提示词的修改建议</translation>
    </message>
    <message>
        <source>What should become better</source>
        <translation>希望改进什么</translation>
    </message>
    <message>
        <source>Save with these edits: all, or their numbers as 1,3</source>
        <translation>采用这些修改并保存：all，或编号如 1,3</translation>
    </message>
    <message>
        <source>Verified copy: %1</source>
        <translation>已校验的副本：%1</translation>
    </message>
    <message>
        <source>Rehearsal (no model involved) at %1 until Ctrl-C.</source>
        <translation>演练（不涉及模型）位于 %1，按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>key in the system&apos;s key store</source>
        <translation>密钥在系统的密钥库中</translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation>密钥来自 %1</translation>
    </message>
    <message>
        <source>This system has no key store, so the key is not kept. Put it into an environment variable and use --key-from-env.</source>
        <translation>此系统没有密钥库，因此不会保存密钥。请将其放入环境变量，并使用 --key-from-env。</translation>
    </message>
    <message>
        <source>“%1” answers: %n model(s).</source>
        <translation>“%1”有应答：%n 个模型。</translation>
    </message>
    <message>
        <source>  … %1 unchanged lines</source>
        <translation>  … %1 行未更改</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>未找到任何内容。</translation>
    </message>
    <message>
        <source>Show what the draft changes, or what changed since a version or between two</source>
        <translation>显示草稿的更改，或自某版本以来或两个版本之间的更改</translation>
    </message>
    <message>
        <source>Look for faults in an agent; exit status 4 when there is an error</source>
        <translation>检查智能体中的问题；有错误时退出状态为 4</translation>
    </message>
    <message>
        <source>Look at the draft, where there is one</source>
        <translation>如有草稿，则检查草稿</translation>
    </message>
    <message>
        <source>No runs.</source>
        <translation>没有运行。</translation>
    </message>
    <message>
        <source>There is no draft: nothing to save.</source>
        <translation>没有草稿：无需保存。</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>已取下</translation>
    </message>
    <message>
        <source>“%1” points to v%2.</source>
        <translation>“%1”指向 v%2。</translation>
    </message>
    <message>
        <source>Why: kept with the version</source>
        <translation>原因：随版本保存</translation>
    </message>
    <message>
        <source>Save an agent&apos;s draft as a version</source>
        <translation>将智能体的草稿保存为版本</translation>
    </message>
    <message>
        <source>Also over a change that was saved after the draft began</source>
        <translation>即使草稿开始后另有更改已保存，也予以覆盖</translation>
    </message>
    <message>
        <source>List an agent&apos;s versions</source>
        <translation>列出智能体的版本</translation>
    </message>
    <message>
        <source>Bring back a version, or an archived agent</source>
        <translation>恢复某个版本或已归档的智能体</translation>
    </message>
    <message>
        <source>List labels, or put one on a version (the newest unless told)</source>
        <translation>列出标记，或为版本添加标记（不指定则为最新版本）</translation>
    </message>
    <message>
        <source>Take the label off</source>
        <translation>取下标记</translation>
    </message>
    <message>
        <source>Show where labels were, newest first</source>
        <translation>显示标记曾在何处，最新在前</translation>
    </message>
    <message>
        <source>The database is sound.</source>
        <translation>数据库完好。</translation>
    </message>
    <message>
        <source>The program before this one did not end properly; nothing acknowledged was lost.</source>
        <translation>程序上次未正常结束；已确认保存的内容均未丢失。</translation>
    </message>
    <message>
        <source>The profile opened cleanly.</source>
        <translation>配置目录已正常打开。</translation>
    </message>
    <message>
        <source>A damaged database of an earlier day is kept as %1. What could be read of it was carried over; delete it when nothing is missing.</source>
        <translation>先前损坏的数据库保留为 %1。可读取的内容已转移；确认无缺失后可将其删除。</translation>
    </message>
    <message>
        <source>%1 is on a network share, where SQLite cannot protect it. Move the profile to a local disk.</source>
        <translation>%1 位于网络共享上，SQLite 在那里无法保护它。请将配置目录移到本地磁盘。</translation>
    </message>
    <message>
        <source>Everything is kept in %1.</source>
        <translation>所有内容保存在 %1。</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the profile. Make room.</source>
        <translation>配置目录所在磁盘仅剩 %1 可用空间。请腾出空间。</translation>
    </message>
    <message>
        <source>%1 are free on the disk of the profile.</source>
        <translation>配置目录所在磁盘有 %1 可用空间。</translation>
    </message>
    <message>
        <source>Encrypted connections work.</source>
        <translation>加密连接可用。</translation>
    </message>
    <message>
        <source>No TLS library was found: https cannot work. Install OpenSSL 3.</source>
        <translation>未找到 TLS 库：https 无法使用。请安装 OpenSSL 3。</translation>
    </message>
    <message>
        <source>The provider “%1” answers.</source>
        <translation>提供方“%1”有应答。</translation>
    </message>
    <message>
        <source>The database was damaged: %1 records were saved into a new one, the old file is %2.</source>
        <translation>数据库曾损坏：已将 %1 条记录救回到新数据库，旧文件为 %2。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>模型类型</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>推理强度</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>详细程度</translation>
    </message>
    <message>
        <source>Conversation starters</source>
        <translation>开场问题</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>测试用例</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>For every command:</source>
        <translation>适用于所有命令：</translation>
    </message>
    <message>
        <source>Write, run and keep AI agents.</source>
        <translation>编写、运行和保存 AI 智能体。</translation>
    </message>
    <message>
        <source>Trying again in %1 (Ctrl-C stops).</source>
        <translation>%1后重试（按 Ctrl-C 停止）。</translation>
    </message>
    <message>
        <source>The provider corrected its answer: what follows counts.</source>
        <translation>提供方更正了其回答：以下内容为准。</translation>
    </message>
    <message>
        <source>The provider corrected its answer at the end: “runs show %1” has it.</source>
        <translation>提供方在最后更正了其回答：可用“runs show %1”查看。</translation>
    </message>
    <message>
        <source>Stopped. What arrived is kept.</source>
        <translation>已停止。已收到的内容会保留。</translation>
    </message>
    <message>
        <source>“aiagent-cli --help” lists the commands.</source>
        <translation>“aiagent-cli --help”列出所有命令。</translation>
    </message>
    <message>
        <source>Left there, as this agent is not in the library: %1</source>
        <translation>已保留在那里，因为此智能体不在库中：%1</translation>
    </message>
    <message>
        <source>It is in English: no template is in “%1”.</source>
        <translation>内容为英文：没有“%1”的模板。</translation>
    </message>
    <message>
        <source>with the first message</source>
        <translation>随第一条消息</translation>
    </message>
    <message>
        <source>searched in a vector store</source>
        <translation>在向量存储中搜索</translation>
    </message>
    <message>
        <source>(not on this computer: add it again)</source>
        <translation>（不在这台电脑上：请重新添加）</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>vector store</source>
        <translation>向量存储</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until it is deleted</source>
        <translation>直到被删除</translation>
    </message>
    <message>
        <source>Vector stores at OpenAI: %1, about %2 a month.</source>
        <translation>OpenAI 的向量存储：%1，每月约 %2。</translation>
    </message>
    <message>
        <source>Deleted at the provider: %1.</source>
        <translation>已在提供商处删除：%1。</translation>
    </message>
    <message>
        <source>List an agent&apos;s knowledge files, add some or remove some</source>
        <translation>列出、添加或移除智能体的知识文件</translation>
    </message>
    <message>
        <source>File to add, or to replace under its name; may be repeated</source>
        <translation>要添加或按名称替换的文件；可重复</translation>
    </message>
    <message>
        <source>How added files are used: message (sent with the first message, the default) or search (kept in a vector store)</source>
        <translation>添加的文件的使用方式：message（随第一条消息发送，默认）或 search（保存在向量存储中）</translation>
    </message>
    <message>
        <source>File to take away; may be repeated</source>
        <translation>要移除的文件；可重复</translation>
    </message>
    <message>
        <source>Change how a file is used: message or search; may be repeated</source>
        <translation>更改文件的使用方式：message 或 search；可重复</translation>
    </message>
    <message>
        <source>List what was uploaded to providers and is kept there</source>
        <translation>列出已上传并保存在提供商处的内容</translation>
    </message>
    <message>
        <source>Delete files and vector stores at the provider</source>
        <translation>删除提供商处的文件和向量存储</translation>
    </message>
    <message>
        <source>All that “upload list” shows</source>
        <translation>“upload list”显示的全部内容</translation>
    </message>
    <message>
        <source>The rehearsal is chosen for one command at a time: add --provider rehearsal to it.</source>
        <translation>演练仅可为单个命令选择：请在命令中加上 --provider rehearsal。</translation>
    </message>
    <message>
        <source>“provider list” shows the providers there are.</source>
        <translation>“provider list”显示现有的提供商。</translation>
    </message>
    <message>
        <source>No knowledge file is missing.</source>
        <translation>没有缺失的知识文件。</translation>
    </message>
    <message>
        <source>Knowledge files of agents, versions or runs: %1 are missing, %2 were altered. Add them again with “agent knowledge”.</source>
        <translation>智能体、版本或运行的知识文件：%1 个缺失，%2 个被更改。请用“agent knowledge”重新添加。</translation>
    </message>
    <message>
        <source>In use from now on: %1</source>
        <translation>从现在起使用：%1</translation>
    </message>
    <message>
        <source>The role is changed.</source>
        <translation>角色已更改。</translation>
    </message>
    <message>
        <source>Let in again.</source>
        <translation>已重新允许。</translation>
    </message>
    <message>
        <source>Suspended.</source>
        <translation>已停用。</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>That device is signed out.</source>
        <translation>该设备已注销。</translation>
    </message>
    <message>
        <source>Another workspace than the one in use</source>
        <translation>使用另一个工作区</translation>
    </message>
    <message>
        <source>Work in another workspace</source>
        <translation>切换到另一个工作区</translation>
    </message>
    <message>
        <source>Make a workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>List the members of a workspace</source>
        <translation>列出工作区的成员</translation>
    </message>
    <message>
        <source>Invite somebody; prints the code and the link, once</source>
        <translation>邀请他人；代码和链接只输出一次</translation>
    </message>
    <message>
        <source>admin, member or viewer; member without it</source>
        <translation>admin、member 或 viewer；默认为 member</translation>
    </message>
    <message>
        <source>Change a member&apos;s role</source>
        <translation>更改成员的角色</translation>
    </message>
    <message>
        <source>Keep a member out, at once</source>
        <translation>立即停用成员</translation>
    </message>
    <message>
        <source>Let them in again</source>
        <translation>重新允许</translation>
    </message>
    <message>
        <source>Remove a member</source>
        <translation>移除成员</translation>
    </message>
    <message>
        <source>List your devices and access tokens</source>
        <translation>列出您的设备和访问令牌</translation>
    </message>
    <message>
        <source>Sign a device or an access token out</source>
        <translation>注销设备或访问令牌</translation>
    </message>
    <message>
        <source>Signed in at %1 as %2.</source>
        <translation>已在 %1 以 %2 登录。</translation>
    </message>
    <message>
        <source>The next line is an access token for AIAGENT_TOKEN. It is not shown again.</source>
        <translation>下一行是用于 AIAGENT_TOKEN 的访问令牌，不会再次显示。</translation>
    </message>
    <message>
        <source>This computer has no key store, so the sign-in ends with this command. With --print-token you get an access token to put into AIAGENT_TOKEN.</source>
        <translation>此计算机没有密钥存储，因此登录随此命令结束而失效。使用 --print-token 可获得用于 AIAGENT_TOKEN 的访问令牌。</translation>
    </message>
    <message>
        <source>Signed out. The library stays on this computer.</source>
        <translation>已注销。库保留在本机。</translation>
    </message>
    <message>
        <source>The inbox is empty.</source>
        <translation>收件箱为空。</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>已解决。</translation>
    </message>
    <message>
        <source>Sign in at a server with an invitation; the library becomes your workspace</source>
        <translation>用邀请登录服务器；此库将成为您的工作区</translation>
    </message>
    <message>
        <source>The one-time code; the invitation&apos;s link carries it</source>
        <translation>一次性代码；邀请链接中已包含</translation>
    </message>
    <message>
        <source>Print an access token for a machine without a key store</source>
        <translation>为没有密钥存储的机器输出访问令牌</translation>
    </message>
    <message>
        <source>Sign this computer out</source>
        <translation>注销此计算机</translation>
    </message>
    <message>
        <source>Send and fetch what changed</source>
        <translation>发送并获取更改</translation>
    </message>
    <message>
        <source>Once, and end (this is what it does without options)</source>
        <translation>执行一次后结束（不带选项时的行为）</translation>
    </message>
    <message>
        <source>Go on until Ctrl-C</source>
        <translation>持续运行直到按 Ctrl-C</translation>
    </message>
    <message>
        <source>Say what waits to be sent, and why</source>
        <translation>说明等待发送的内容及原因</translation>
    </message>
    <message>
        <source>Hold the whole library against the server&apos;s</source>
        <translation>将整个库与服务器对比</translation>
    </message>
    <message>
        <source>List conflicts, recovered and rejected edits</source>
        <translation>列出冲突、已找回和被拒绝的修改</translation>
    </message>
    <message>
        <source>Those that are resolved, too</source>
        <translation>也包括已解决的</translation>
    </message>
    <message>
        <source>Show one with its texts</source>
        <translation>显示一项及其文本</translation>
    </message>
    <message>
        <source>Decide one</source>
        <translation>决定一项</translation>
    </message>
    <message>
        <source>mine, theirs, merged or file</source>
        <translation>mine、theirs、merged 或 file</translation>
    </message>
    <message>
        <source>With --take file: the text that it becomes</source>
        <translation>与 --take file 一起使用：要采用的文本</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>This library is on this computer alone.</source>
        <translation>此库只在这台计算机上。</translation>
    </message>
    <message>
        <source>%1 unsent, %2 in the inbox</source>
        <translation>%1 处未发送，收件箱 %2 项</translation>
    </message>
    <message>
        <source>the oldest unsent edit is %1 old</source>
        <translation>最早的未发送修改已有 %1</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s context; without it the current one</source>
        <translation>kubeconfig 的上下文；不指定则用当前的</translation>
    </message>
    <message>
        <source>Instead of the context&apos;s namespace</source>
        <translation>代替上下文的命名空间</translation>
    </message>
    <message>
        <source>Instead of KUBECONFIG and ~/.kube/config</source>
        <translation>代替 KUBECONFIG 和 ~/.kube/config</translation>
    </message>
    <message>
        <source>Let the kubeconfig run this program for credentials; otherwise none runs</source>
        <translation>允许 kubeconfig 运行此程序以获取凭据；否则不运行任何程序</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>组：%1</translation>
    </message>
    <message>
        <source>Context %1 at %2, namespace %3</source>
        <translation>上下文 %1，位于 %2，命名空间 %3</translation>
    </message>
    <message>
        <source>The cluster does not tell; this is what the kubeconfig says.</source>
        <translation>集群没有说明；这是 kubeconfig 中的内容。</translation>
    </message>
    <message>
        <source>List the kubeconfig&apos;s contexts, and what is wrong with it</source>
        <translation>列出 kubeconfig 的上下文及其问题</translation>
    </message>
    <message>
        <source>Say who you are to a cluster</source>
        <translation>说明您在集群中的身份</translation>
    </message>
    <message>
        <source>Not only the context&apos;s namespace</source>
        <translation>不限于上下文的命名空间</translation>
    </message>
    <message>
        <source>Give up after so long; 0: never</source>
        <translation>超过此时间后放弃；0 表示从不</translation>
    </message>
    <message>
        <source>Say how a namespace is, by its worst workload</source>
        <translation>按最差的工作负载说明命名空间的状况</translation>
    </message>
    <message>
        <source>List what runs, each with its verdict and evidence</source>
        <translation>列出正在运行的工作负载及其判定和依据</translation>
    </message>
    <message>
        <source>List the pods</source>
        <translation>列出 Pod</translation>
    </message>
    <message>
        <source>Wait for a rollout, as kubectl does</source>
        <translation>像 kubectl 一样等待发布完成</translation>
    </message>
    <message>
        <source>Print each change of a verdict or of its freshness, until Ctrl-C</source>
        <translation>输出判定或其新鲜度的每次变化，直到按 Ctrl-C</translation>
    </message>
    <message>
        <source>Look for faults in a deployment&apos;s files; exit status 4 when there is an error</source>
        <translation>检查部署文件中的问题；有错误时退出状态为 4</translation>
    </message>
    <message>
        <source>Print SARIF 2.1.0, for code scanning</source>
        <translation>输出 SARIF 2.1.0，用于代码扫描</translation>
    </message>
    <message>
        <source>List the events, the newest last; a cluster forgets them after an hour</source>
        <translation>列出事件，最新的在最后；集群会在一小时后遗忘它们</translation>
    </message>
    <message>
        <source>There is no Dockerfile, manifest, workflow or other file of a deployment there.</source>
        <translation>那里没有 Dockerfile、清单、工作流或其他部署文件。</translation>
    </message>
    <message>
        <source>An environment of this computer, with its kubeconfig, context and namespace</source>
        <translation>本机的一个环境，包括其 kubeconfig、上下文和命名空间</translation>
    </message>
    <message>
        <source>Type “yes” to do this:</source>
        <translation>输入“yes”以执行此操作：</translation>
    </message>
    <message>
        <source>The audit log could not be written: %1</source>
        <translation>无法写入审计日志：%1</translation>
    </message>
    <message>
        <source>Try it on the server without effect, and show it</source>
        <translation>在服务器上试运行，不产生效果，并显示结果</translation>
    </message>
    <message>
        <source>Why; it stands in the audit log</source>
        <translation>操作的原因；会写入审计日志</translation>
    </message>
    <message>
        <source>Do it without asking</source>
        <translation>不经询问直接执行</translation>
    </message>
    <message>
        <source>Do not wait for what becomes of it</source>
        <translation>不等待操作的结果</translation>
    </message>
    <message>
        <source>Wait so long at most; without it ten minutes</source>
        <translation>最长等待时间；不指定则为十分钟</translation>
    </message>
    <message>
        <source>Nobody can be asked here: give --yes to do it, or --dry-run to see what it would do.</source>
        <translation>此处无法询问任何人：请用 --yes 执行，或用 --dry-run 查看会执行什么。</translation>
    </message>
    <message>
        <source>Replace the pods of a workload, a few at a time</source>
        <translation>替换工作负载的 Pod，每次几个</translation>
    </message>
    <message>
        <source>List the revisions that a workload can go back to</source>
        <translation>列出工作负载可以回滚到的修订版本</translation>
    </message>
    <message>
        <source>Let changes of a workload wait</source>
        <translation>让工作负载的更改暂缓生效</translation>
    </message>
    <message>
        <source>Let a paused workload go on</source>
        <translation>让暂停的工作负载继续</translation>
    </message>
    <message>
        <source>Go back to an earlier revision of a workload</source>
        <translation>将工作负载回滚到较早的修订版本</translation>
    </message>
    <message>
        <source>Which one; without it the one before</source>
        <translation>回滚到哪个修订版本；不指定则为上一个</translation>
    </message>
    <message>
        <source>Set how many pods a workload has</source>
        <translation>设置工作负载的 Pod 数量</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Let a Service select other pods, if enough are ready</source>
        <translation>让 Service 选择其他 Pod，前提是就绪的足够多</translation>
    </message>
    <message>
        <source>What changes in its selector</source>
        <translation>其选择器中要更改的内容</translation>
    </message>
    <message>
        <source>How many must be ready; without it as many as serve now</source>
        <translation>必须就绪的数量；不指定则与现在提供服务的数量相同</translation>
    </message>
    <message>
        <source>Let an Argo Rollout go on</source>
        <translation>让 Argo Rollout 继续</translation>
    </message>
    <message>
        <source>Past all steps</source>
        <translation>跳过所有步骤</translation>
    </message>
    <message>
        <source>Send an Argo Rollout back to its stable pods</source>
        <translation>让 Argo Rollout 退回其稳定的 Pod</translation>
    </message>
    <message>
        <source>Try an aborted Argo Rollout again</source>
        <translation>重试已中止的 Argo Rollout</translation>
    </message>
    <message>
        <source>Run a cron job now</source>
        <translation>立即运行 CronJob</translation>
    </message>
    <message>
        <source>Delete a pod</source>
        <translation>删除 Pod</translation>
    </message>
    <message>
        <source>List what was done to clusters from this device, the newest first</source>
        <translation>列出从此设备对集群执行过的操作，最新的在最前</translation>
    </message>
    <message>
        <source>Only in this context</source>
        <translation>仅限此上下文</translation>
    </message>
    <message>
        <source>List the environments of this computer</source>
        <translation>列出本机的环境</translation>
    </message>
    <message>
        <source>Make an environment, or change what is named</source>
        <translation>新建环境，或更改所指定的内容</translation>
    </message>
    <message>
        <source>development, staging or production</source>
        <translation>development、staging 或 production</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s context</source>
        <translation>kubeconfig 的上下文</translation>
    </message>
    <message>
        <source>Address of the hosted API</source>
        <translation>托管 API 的地址</translation>
    </message>
    <message>
        <source>Address of its Prometheus</source>
        <translation>其 Prometheus 的地址</translation>
    </message>
    <message>
        <source>Of its pipeline</source>
        <translation>其流水线的仓库</translation>
    </message>
    <message>
        <source>Make or change an environment from an env file; its secrets are not looked at</source>
        <translation>根据 env 文件新建或更改环境；不会读取其中的机密</translation>
    </message>
    <message>
        <source>Remove an environment from this computer; nothing in the cluster changes</source>
        <translation>从本机移除一个环境；集群中不会有任何更改</translation>
    </message>
    <message>
        <source>Nobody watched then; this is what was known last, at %1.</source>
        <translation>当时无人监视；这是最后已知的状况，时间为 %1。</translation>
    </message>
    <message>
        <source>How far back: 30m, 24h, 7d; without it a day</source>
        <translation>回溯多久：30m、24h、7d；不指定则为一天</translation>
    </message>
    <message>
        <source>What it looked like at that time: 14:05, or 2026-11-23T14:05:00Z</source>
        <translation>该时间的状况：14:05 或 2026-11-23T14:05:00Z</translation>
    </message>
    <message>
        <source>Write one page of HTML; - for standard output</source>
        <translation>写出一个 HTML 页面；- 表示标准输出</translation>
    </message>
    <message>
        <source>Write a table; - for standard output</source>
        <translation>写出表格；- 表示标准输出</translation>
    </message>
    <message>
        <source>What was recorded of a cluster, without asking it</source>
        <translation>集群的已记录内容，不查询集群</translation>
    </message>
    <message>
        <source>Write how a namespace is, with evidence and its last day, to a file</source>
        <translation>将命名空间的状况连同依据和最近一天的内容写入文件</translation>
    </message>
    <message>
        <source>%1 is not read: there are too many.</source>
        <translation>未读取 %1：数量太多。</translation>
    </message>
    <message>
        <source>This container instead of the pod&apos;s default one</source>
        <translation>使用此容器，而不是 Pod 的默认容器</translation>
    </message>
    <message>
        <source>All containers of the pods</source>
        <translation>Pod 的所有容器</translation>
    </message>
    <message>
        <source>Go on with what is written, until Ctrl-C; pods that come later join</source>
        <translation>持续输出新写入的内容，直到按 Ctrl-C；之后出现的 Pod 也会加入</translation>
    </message>
    <message>
        <source>The container&apos;s run before this one</source>
        <translation>容器的上一次运行</translation>
    </message>
    <message>
        <source>Only the last N lines of each container</source>
        <translation>每个容器仅最后 N 行</translation>
    </message>
    <message>
        <source>Only what is younger than this: 30s, 10m, 2h, 1d</source>
        <translation>仅比此时长更新的内容：30s、10m、2h、1d</translation>
    </message>
    <message>
        <source>Print when each line was written</source>
        <translation>输出每行的写入时间</translation>
    </message>
    <message>
        <source>Print the logs of a pod, or of all pods of a workload in their order</source>
        <translation>输出 Pod 的日志，或工作负载所有 Pod 的日志，按时间顺序</translation>
    </message>
    <message>
        <source>Keep what happens in the profile&apos;s history, for “cluster history”</source>
        <translation>将发生的事情保存到配置目录的历史中，供“cluster history”使用</translation>
    </message>
    <message>
        <source>AGENT is an id or a name; RUN is an id, its first characters, or “last”.
OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_ORG_ID and OPENAI_PROJECT_ID describe the provider “openai”.
Exit status: 0 done, 1 internal, 2 usage, 3 not found, 4 invalid input, 5 provider or network,
6 credentials, 7 conflict, 8 storage, 130 interrupted. `cluster status`, and what is done to a cluster,
end with 10 for degraded, 11 for unhealthy, 12 for unknown or stale.</source>
        <translation>AGENT 是 ID 或名称；RUN 是 ID、其开头几个字符，或“last”。
OPENAI_API_KEY、OPENAI_BASE_URL、OPENAI_ORG_ID 和 OPENAI_PROJECT_ID 用于描述提供方“openai”。
退出状态：0 完成，1 内部错误，2 用法错误，3 未找到，4 输入无效，5 提供方或网络错误，
6 凭据错误，7 冲突，8 存储错误，130 已中断。 `cluster status` 和对集群执行的操作
以 10 表示降级，11 表示不健康，12 表示未知或已过时。</translation>
    </message>
    <message>
        <source>Say how the server&apos;s database does, to whom its operator lets see it</source>
        <translation>说明服务器数据库的状况，仅限其运维人员允许查看的人</translation>
    </message>
    <message>
        <source>In %1, as of %2:</source>
        <translation>在 %1 中，截至 %2：</translation>
    </message>
    <message>
        <source>Hold the files against what is in the cluster, too</source>
        <translation>同时将文件与集群中的内容进行比较</translation>
    </message>
    <message>
        <source>How long to wait until everything is known (300)</source>
        <translation>等待全部信息的最长时间（300）</translation>
    </message>
    <message>
        <source>List your workspaces and what waits in each; * is the one in use</source>
        <translation>列出您的工作区及各自等待的内容；* 表示正在使用</translation>
    </message>
    <message>
        <source>Not sent, and kept until you sign in again: %1, %2</source>
        <translation>未发送，保留至您重新登录：%1，%2</translation>
    </message>
    <message>
        <source>Every workspace with a library here; done when nothing is left to be sent in any</source>
        <translation>本机有库的每个工作区；所有工作区都没有待发送内容时才算完成</translation>
    </message>
    <message>
        <source>Of every workspace with a library here, and not only of the one in use</source>
        <translation>本机有库的每个工作区，而不只是正在使用的</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>从未同步</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>同步于 %1</translation>
    </message>
    <message>
        <source>no library on this computer</source>
        <translation>本机没有库</translation>
    </message>
    <message>
        <source>These did not answer, and their kinds may be missing: %1</source>
        <translation>以下未作应答，其种类可能缺失：%1</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>There are %1 more, not shown.</source>
        <translation>还有 %1 个未显示。</translation>
    </message>
    <message>
        <source>There are more, not shown.</source>
        <translation>还有更多未显示。</translation>
    </message>
    <message>
        <source>This cluster has no kind “%1”. “cluster kinds” lists those that it has.</source>
        <translation>此集群没有种类“%1”。“cluster kinds”列出它所有的种类。</translation>
    </message>
    <message>
        <source>“%1” may be one of these: %2</source>
        <translation>“%1”可能是其中之一：%2</translation>
    </message>
    <message>
        <source>Also the columns that the server takes for less important</source>
        <translation>也显示服务器认为次要的列</translation>
    </message>
    <message>
        <source>List the kinds of objects that a cluster has; never Secrets</source>
        <translation>列出集群拥有的对象种类；从不包括 Secret</translation>
    </message>
    <message>
        <source>List the objects of any kind as the server shows them, or one of them as JSON</source>
        <translation>按服务器的显示方式列出任意种类的对象，或以 JSON 显示其中一个</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>AI Agent Generator</source>
        <translation>AI Agent Generator</translation>
    </message>
</context>
</TS>
